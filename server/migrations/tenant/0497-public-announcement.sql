-- Whether an announcement is shown on the status page as well, to people without an account.
alter table desk_major_entry add column is_public boolean not null default false;
