// Entry `cliquez-signalez-tools/commands`, for `cliquez-signalez-receiver` alone: what the programs of both packages
// share. It may change with any version; both packages have the same.

export { oneOf, readCount, readDay, readOperand, readOptions } from './arguments.ts';
export { CommandError, UsageError, type Command } from './command.ts';
export { toolCommands } from './main.ts';
export { runProgram, type Program } from './program.ts';
