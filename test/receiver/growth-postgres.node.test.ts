// Nothing but a whole export reads more of a larger database in PostgreSQL.
import { DATABASES } from './databases.ts';
import { rowsRead, testGrowth } from './growth.ts';

testGrowth(DATABASES[1]!, rowsRead, 1_000);
