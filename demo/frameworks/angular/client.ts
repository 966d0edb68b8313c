// In the browser: takes over what the server rendered. The compiler is there because this example is built without the
// Angular CLI, which compiles in advance and leaves it out.
import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { App } from './app.ts';

await bootstrapApplication(App, { providers: [provideZonelessChangeDetection(), provideClientHydration()] });
