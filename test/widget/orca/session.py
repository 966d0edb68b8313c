"""One Orca with one browser, on a display and buses of their own.

session.py BROWSER FOLDER [LANGUAGE]: reads commands from standard input, a JSON object a line, and answers each with one:
  {"open": url} {"key": name} {"type": text} {"wait": seconds}  →  {"heard": [utterance, …]}
What went wrong stands under "error". It ends with its input, and ends all that it started."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from voice import Voice

# The browser shows nothing and asks nothing of its own, and its accessibility is on.
FIREFOX = {
    'accessibility.force_disabled': -1,
    'app.normandy.enabled': False,
    'app.update.enabled': False,
    'browser.aboutwelcome.enabled': False,
    'browser.formfill.enable': False,
    'browser.sessionstore.resume_from_crash': False,
    'browser.shell.checkDefaultBrowser': False,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.startup.page': 0,
    'browser.tabs.warnOnClose': False,
    'browser.translations.enable': False,
    'datareporting.policy.dataSubmissionEnabled': False,
    'datareporting.policy.firstRunURL': '',
    'general.smoothScroll': False,
    'intl.accept_languages': 'fr,en',
    'layout.spellcheckDefault': 0,
    'network.captive-portal-service.enabled': False,
    'network.connectivity-service.enabled': False,
    'signon.rememberSignons': False,
    'termsofuse.bypassNotification': True,
    'ui.prefersReducedMotion': 1,
}
CHROMIUM = [
    'chromium', '--no-sandbox', '--force-renderer-accessibility=complete', '--no-first-run', '--no-default-browser-check',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu',
    '--disable-dev-shm-usage', '--disable-features=Translate,MediaRouter,OptimizationHints', '--password-store=basic',
    '--ozone-platform=x11', '--lang=fr', '--accept-lang=fr', '--window-size=1200,860', '--force-prefers-reduced-motion',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]
# Orca starts by itself with what a page has to say; here it says only what follows a key.
ORCA = 'import orca.settings\norca.settings.sayAllOnLoad = False\norca.settings.pageSummaryOnLoad = False\n'
# Quiet for this long, Orca has nothing more to say of a key; where it has not said anything yet, it may only be slow.
QUIET_S = 0.7
SILENT_S = 2.5


class Session:
    def __init__(self, browser, folder, language):
        self.browser, self.folder = browser, Path(folder)
        self.log = self.folder / 'orca.log'
        self.children = []
        for part in ('home', 'runtime', 'orca', 'profile'):
            (self.folder / part).mkdir(parents=True)
        (self.folder / 'runtime').chmod(0o700)
        home, runtime = self.folder / 'home', self.folder / 'runtime'
        kept = {key: value for key, value in os.environ.items() if key not in ('LANGUAGE', 'LC_ALL', 'WAYLAND_DISPLAY', 'SESSION_MANAGER')}
        self.env = {
            **kept,
            'HOME': str(home), 'XDG_RUNTIME_DIR': str(runtime), 'XDG_CONFIG_HOME': str(home / 'config'),
            'XDG_DATA_HOME': str(home / 'data'), 'XDG_CACHE_HOME': str(home / 'cache'), 'XDG_SESSION_TYPE': 'x11',
            'GSETTINGS_BACKEND': 'memory', 'GNOME_ACCESSIBILITY': '1', 'GDK_BACKEND': 'x11', 'MOZ_ENABLE_WAYLAND': '0',
            'MOZ_CRASHREPORTER_DISABLE': '1', 'LIBGL_ALWAYS_SOFTWARE': '1', 'LANG': 'C.UTF-8',
            'SPEECHD_ADDRESS': f'unix_socket:{runtime}/voice',
            # Orca's own words follow this alone; names of roles would want a locale that few machines have.
            **({'LANGUAGE': language} if language else {}),
        }
        self.voice = Voice(f'{runtime}/voice')
        self.heard = 0

    def start(self, *command, **more):
        out = open(self.folder / f'{Path(command[0]).name}.out', 'w')
        child = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True, **more)
        self.children.append(child)

    def run(self, *command):
        return subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=30)

    def begin(self):
        reading, writing = os.pipe()
        self.start('Xvfb', '-displayfd', str(writing), '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset', pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as display:
            self.env['DISPLAY'] = f':{display.readline().strip()}'
        # Without a window manager no window is ever active, and Orca says nothing.
        self.start('openbox')
        self.start('/usr/libexec/at-spi-bus-launcher', '--launch-immediately', '--a11y=1', '--screen-reader=1')
        address = ('gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus', '--method', 'org.a11y.Bus.GetAddress')
        until(lambda: 'unix:' in self.run(*address).stdout, 'the accessibility bus did not start')
        (self.folder / 'orca/orca-customizations.py').write_text(ORCA)
        self.start('orca', '-u', str(self.folder / 'orca'), '-d', 'braille,sound,key-echo', '--debug-file', str(self.log))
        until(lambda: self.voice.said, 'Orca did not start; is another one running?')

    def open(self, url):
        profile = self.folder / 'profile'
        if self.browser == 'firefox':
            lines = (f'user_pref({json.dumps(key)}, {json.dumps(value)});\n' for key, value in FIREFOX.items())
            (profile / 'user.js').write_text(''.join(lines))
            self.start('firefox-esr', '--new-instance', '--profile', str(profile), '--width', '1200', '--height', '860', url)
        else:
            self.start(*CHROMIUM, f'--user-data-dir={profile}', url)
        window = until(lambda: self.run('xdotool', 'search', '--onlyvisible', '--class', self.browser).stdout.split(), 'no window')[0]
        self.run('xdotool', 'windowactivate', '--sync', window)
        self.settle(quiet=4)

    def settle(self, quiet=None, limit=20):
        """Waits until Orca has neither said nor logged anything for a while."""
        silent = quiet or SILENT_S
        began = changed = time.monotonic()
        before = None
        while (now := time.monotonic()) < began + limit:
            if now - changed > (silent if len(self.voice.said) == self.heard else quiet or QUIET_S):
                return
            state = (len(self.voice.said), os.path.getsize(self.log) if self.log.exists() else 0)
            if state != before:
                before, changed = state, now
            time.sleep(0.05)

    def answer(self, command):
        if 'open' in command:
            self.open(command['open'])
        elif 'key' in command:
            self.run('xdotool', 'key', '--clearmodifiers', command['key'])
            self.settle()
        elif 'type' in command:
            self.run('xdotool', 'type', '--clearmodifiers', '--delay', '40', command['type'])
            self.settle()
        else:
            time.sleep(command['wait'])
        said, self.heard = self.voice.said[self.heard:], len(self.voice.said)
        return {'heard': said}

    def end(self):
        for signal_number in (signal.SIGTERM, signal.SIGKILL):
            for child in reversed(self.children):
                with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
                    os.killpg(child.pid, signal_number)
                    child.wait(3)


def until(condition, complaint, limit=60):
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.1)
    raise TimeoutError(complaint)


def say(answer):
    print(json.dumps(answer), flush=True)


session = Session(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
try:
    session.begin()
    say({'heard': []})
    for line in sys.stdin:
        say(session.answer(json.loads(line)))
except Exception as error:
    say({'error': f'{type(error).__name__}: {error}'})
finally:
    session.end()
