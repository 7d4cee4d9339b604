-- A paper whose code can not be read is found by its number.
create unique index delivery_gate_pass_number on delivery_gate_pass (store_id, number);
