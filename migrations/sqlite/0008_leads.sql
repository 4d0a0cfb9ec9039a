-- Who leads holds a lock that ends with its process: beside the database file, or in a session of PostgreSQL. A lease had to run
-- out first, and nothing was sent until then.
DROP TABLE lease;
