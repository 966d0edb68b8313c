// The types of a part of a language's file: the strings of parts.ts, in any language.

declare module '*.json?launcher' {
  const texts: import('./messages.ts').LauncherMessages;
  export default texts;
}

declare module '*.json?fallback' {
  const texts: import('./messages.ts').FallbackMessages;
  export default texts;
}

declare module '*.json?first' {
  const texts: import('./messages.ts').FirstMessages;
  export default texts;
}

declare module '*.json?extra' {
  const texts: import('./messages.ts').ExtraMessages;
  export default texts;
}

declare module '*.json?later' {
  const texts: import('./messages.ts').LaterMessages;
  export default texts;
}
