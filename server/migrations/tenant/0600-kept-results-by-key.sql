-- Found by its whole key, whose first word no two requests share: with the actor first, either index led to all results
-- of the actor, and which of them was taken was left to chance.
alter table kept_result drop constraint kept_result_key;
alter table kept_result add constraint kept_result_key primary key (key, actor_id, step);
