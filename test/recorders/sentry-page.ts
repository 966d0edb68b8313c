// Sentry has no script of its own on npm: its page's script is put together from its modules.
import * as Sentry from '@sentry/browser';

Object.assign(window, { Sentry });
