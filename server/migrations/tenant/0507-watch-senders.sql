-- Devices that write system logs have no word to show: they are known by the addresses they send from.
alter table watch_source add column senders text[] not null default '{}';

alter table watch_source alter column senders drop default;
