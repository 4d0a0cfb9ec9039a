-- Whoever changes the tree of organisations, or closes one, holds this row until the end of the transaction: two who change it at
-- once must not make a circle, and nothing is put below what is being closed.
CREATE TABLE tree_lock (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
INSERT INTO tree_lock (id) VALUES (1);
