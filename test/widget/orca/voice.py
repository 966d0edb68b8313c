"""A speech server that makes no sound: Orca takes it for speech-dispatcher (SSIP), and it notes what it is given to say."""

import html
import re
import socket
import threading
import time


class Voice:
    """Listens on a socket. Each utterance is finished at once: `said` has all of them, `last` the time of the last one."""

    def __init__(self, path):
        self.said = []
        self.last = time.monotonic()
        self._lock = threading.Lock()
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(path)
        self._server.listen(8)
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            client, _ = self._server.accept()
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        lines = client.makefile('rb')

        def answer(*texts):
            client.sendall(''.join(f'{text}\r\n' for text in texts).encode())

        try:
            while line := lines.readline():
                verb, *words = line.decode().split()
                verb = verb.upper()
                if verb == 'SPEAK':
                    answer('230 OK RECEIVING DATA')
                    self._finish(plain(read_text(lines)), answer)
                elif verb in ('CHAR', 'KEY', 'SOUND_ICON'):
                    self._finish(' '.join(words), answer)
                elif verb == 'GET':
                    answer('251-', '251 OK GET RETURNED')
                elif verb == 'LIST' and words[:1] == ['OUTPUT_MODULES']:
                    answer('250-none', '250 OK MODULE LIST SENT')
                elif verb == 'LIST':
                    answer('249-Anne\tfr\tnone', '249-Jane\ten\tnone', '249 OK VOICE LIST SENT')
                elif verb == 'HISTORY':
                    answer('245-1', '245 OK CLIENT ID SENT')
                elif verb == 'QUIT':
                    return answer('231 HAPPY HACKING')
                else:
                    answer('200 OK')
        except OSError:
            pass
        finally:
            client.close()

    def _finish(self, text, answer):
        with self._lock:
            self.said.append(text)
            number = len(self.said)
            self.last = time.monotonic()
        answer(f'225-{number}', '225 OK MESSAGE QUEUED')
        # The client has to learn the number before it hears of its beginning and end.
        time.sleep(0.01)
        answer(f'701-{number}', '701-1', '701 BEGIN', f'702-{number}', '702-1', '702 END')


def read_text(lines):
    """The lines up to a single full stop; a full stop that begins a line is doubled."""
    text = []
    while (line := lines.readline()) and line.rstrip(b'\r\n') != b'.':
        line = line.decode().rstrip('\r\n')
        text.append(line[1:] if line.startswith('..') else line)
    return '\n'.join(text)


def plain(ssml):
    return html.unescape(re.sub(r'<[^>]*>', '', ssml))
