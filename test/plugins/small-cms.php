<?php
// A small system for the plugin of the guide: pages, a feed, a preview, a page of settings. A router for `php -S`.
// What it keeps stands in files beside it.

const SITE = __DIR__;

function kept(string $name): array
{
    return json_decode(@file_get_contents(SITE . "/$name.json") ?: '{}', true);
}

function get_setting(string $name): string
{
    return kept('settings')[$name] ?? '';
}

function set_setting(string $name, string $value): void
{
    file_put_contents(SITE . '/settings.json', json_encode([$name => $value] + kept('settings')));
}

function empty_caches(): void
{
    file_put_contents(SITE . '/emptied', '.', FILE_APPEND);
}

require SITE . '/plugin.php';

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
// The plugin's files are served as they are.
if (strpos($path, '/widget/') === 0) return false;
if ($path === '/save') {
    header('Content-Type: application/json');
    exit(json_encode(cs_save($_POST, 'http://' . $_SERVER['HTTP_HOST'] . '/', $_GET['language'])));
}
$page = kept('pages')[$path] ?? null;
if ($page === null) {
    http_response_code(404);
    exit;
}
$text = cs_text($page['text'], $page['lang'], $page['kind']);
if ($page['kind'] === 'feed') {
    header('Content-Type: application/rss+xml');
    exit("<rss><channel><item><description><![CDATA[$text]]></description></item></channel></rss>");
}
echo "<!doctype html><html lang=\"{$page['lang']}\"><head><meta charset=\"utf-8\"><title>Page</title>",
    '<link rel="icon" href="data:,">', cs_head('/widget/'), "</head><body><h1>Page</h1>$text<p>Plus bas.</p></body></html>";
