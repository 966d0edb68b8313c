// On the server: the page, with the app rendered into it.
import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import {
  bootstrapApplication,
  provideClientHydration,
  type BootstrapContext,
} from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { App } from './app.ts';

const providers = [provideZonelessChangeDetection(), provideClientHydration(), provideServerRendering()];

export function render(page: string): Promise<string> {
  return renderApplication((context: BootstrapContext) => bootstrapApplication(App, { providers }, context), {
    document: page,
    url: '/angular/',
  });
}
