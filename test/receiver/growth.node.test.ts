// Nothing but a whole export reads more of a larger SQLite file.
import { DATABASES } from './databases.ts';
import { bytesRead, testGrowth } from './growth.ts';

testGrowth(DATABASES[0]!, bytesRead, 100_000);
