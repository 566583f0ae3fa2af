-- Nobody heard that a ticket changed; what waits to be told is told to nobody.
delete from job where name = 'event desk.ticket-changed';
