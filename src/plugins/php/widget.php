<?php
// The widget in PHP, for plugins: what may be chosen and set, the languages, the element's HTML, its scripts in order.
//
// It needs PHP 7.4 and nothing else. It returns an object and declares no name: plugins that bring different versions of it
// run side by side on one server. The numbers are those of the guide for authors of plugins.
//
//     $widget = require __DIR__ . '/php/widget.php';
//     $html = $widget->element(['endpoint' => …, 'hotline-url' => …], ['variant' => 'bar'], ['language' => 'fr']);

return new class {
    /** [2] Attributes that a setting alone decides. */
    private const SETTINGS = [
        'endpoint', 'hotline', 'hotline-url', 'privacy-url', 'country', 'partner', 'public-key', 'challenge', 'follow-up',
    ];

    /** [6] What authors of pages may write besides the words of choices.php: attribute => pattern of its values. */
    private const PATTERNS = [
        'lang' => '/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/D',
        'languages' => '/^[A-Za-z-]+(?:[\s,]+[A-Za-z-]+)*$/D',
        'url' => '~^https?://[^\s"<>]{1,2040}$~iD',
    ];

    /**
     * [6] Attributes without a value. Only a clear yes turns one on. For practice, which sends nothing, any other reading
     * would lose real reports.
     */
    private const SWITCHES = ['easy', 'practice'];

    /** Settings with a form of their own: pattern, and the problem where a value has another. */
    private const FORMS = [
        'country' => ['/^[A-Za-z]{2}$/D', 'country'],
        'partner' => ['/^[a-z0-9][a-z0-9._-]{1,63}$/D', 'partner'],
        'public-key' => ['/^B[A-Za-z0-9_-]{86}$/D', 'key'],
    ];

    /** An address: scheme, user, host, port. Quotation marks, spaces and angle brackets are left from pasting. */
    private const ADDRESS = '~^(https?)://([^\s/?#@]*@)?'
        . '((?:[\p{L}\p{M}0-9_-]+\.)*[\p{L}\p{M}0-9_-]+\.?|\[[0-9a-f:.]+\])(?::(\d{1,5}))?'
        . '(?:[/?#][^\s\p{C}"‘-‟«»<>\\\\^`{|}]*)?$~iuD';

    /** What was expected, for each problem. */
    private const SENTENCES = [
        'fr' => [
            'address' => 'L’adresse commence par https:// et s’écrit en entier, sans guillemets ni espaces, telle que le '
                . 'service de signalement l’a donnée.',
            'secure' => 'L’adresse commence par https://. Avec http://, elle ne convient que sur ce site même.',
            'user' => 'L’adresse ne contient ni nom d’utilisateur ni mot de passe.',
            'link' => 'L’adresse commence par https:// ou http:// et s’écrit en entier, sans guillemets ni espaces.',
            'country' => 'Le pays s’écrit en deux lettres, comme FR.',
            'partner' => 'L’identifiant de partenaire compte de 2 à 64 caractères parmi a-z, 0-9, point, tiret et '
                . 'tiret bas, et commence par une lettre ou un chiffre.',
            'key' => 'La clé publique compte 87 caractères et commence par B, telle que le service l’a donnée.',
            'choice' => 'Cette valeur n’est pas l’une de celles qui sont proposées.',
            'language' => 'Cette version ne connaît pas l’une de ces langues.',
            'kept' => 'L’ancienne valeur est conservée.',
        ],
        'en' => [
            'address' => 'The address begins with https:// and is written in full, without quotation marks or spaces, as '
                . 'the hotline gave it.',
            'secure' => 'The address begins with https://. With http://, it only works on this very site.',
            'user' => 'The address has neither a user name nor a password.',
            'link' => 'The address begins with https:// or http:// and is written in full, without quotation marks or '
                . 'spaces.',
            'country' => 'The country is two letters, such as FR.',
            'partner' => 'The partner identifier has 2 to 64 characters of a-z, 0-9, dot, dash and underscore, and begins '
                . 'with a letter or a digit.',
            'key' => 'The public key has 87 characters and begins with B, as the hotline gave it.',
            'choice' => 'This value is not one of those that are offered.',
            'language' => 'This version does not know one of these languages.',
            'kept' => 'The former value is kept.',
        ],
    ];

    /** @var array<string, string[]> the words of an attribute, by its name */
    private $words;

    /** @var array<string, array{fr: string, en: string}> names by identifier, in the order of the form */
    private $categories;

    /** @var array<string, array{name: string, isDraft: bool, isBuiltIn: bool, report: string, reportTo: string}> by tag */
    private $languages;

    /** @var array<string, string>|null path in the widget's folder => hash of the file's content */
    private $files;

    public function __construct()
    {
        ['words' => $this->words, 'categories' => $this->categories] = require __DIR__ . '/choices.php';
        $this->languages = require __DIR__ . '/languages.php';
    }

    // What may be chosen and set.

    /**
     * The words that an attribute takes, such as those of `theme`, for a list to choose from.
     *
     * @return string[]
     */
    public function words(string $attribute): array
    {
        return $this->words[$attribute] ?? [];
    }

    /**
     * The names of the categories, in the order of the form.
     *
     * @return array<string, string> identifier => name in French, or in English
     */
    public function categories(string $language): array
    {
        $own = $this->own($language);
        return array_map(static function ($names) use ($own) {
            return $names[$own];
        }, $this->categories);
    }

    /**
     * [6] What an author has written and may: how the button looks and opens, never where reports go.
     *
     * @param array $written attribute => value; `true` for an attribute without a value
     * @return array<string, string|true>
     */
    public function taken(array $written): array
    {
        $taken = [];
        foreach ($written as $name => $value) {
            $name = strtolower((string) $name);
            if (in_array($name, self::SWITCHES, true)) {
                if (in_array($value, [true, '1', 'true', $name], true)) $taken[$name] = true;
            } elseif (is_string($value) && $this->isOffered($name, $value)) $taken[$name] = $value;
        }
        return $taken;
    }

    /**
     * The names of what an author has written in vain, for a preview to tell. An empty value is nothing written. [12]
     *
     * @return string[]
     */
    public function refused(array $written): array
    {
        $given = array_filter($written, static function ($value) {
            return $value !== '' && $value !== null && $value !== false;
        });
        return array_values(array_diff(array_map('strtolower', array_keys($given)), array_keys($this->taken($written))));
    }

    private function isOffered(string $name, string $value): bool
    {
        if (isset(self::PATTERNS[$name])) return preg_match(self::PATTERNS[$name], $value) === 1;
        $words = $name === 'categories' ? preg_split('/[\s,]+/', $value, -1, PREG_SPLIT_NO_EMPTY) : [$value];
        return $words && !array_diff($words, $this->words($name));
    }

    /**
     * [2] What is wrong with the value of a setting, under the name of its attribute.
     *
     * @param string $site an address of this site, such as `http://gazette.example/`
     * @return string a problem that `sentence()` puts into words; empty where nothing is wrong, or nothing was written
     */
    public function problem(string $name, string $value, string $site = ''): string
    {
        if ($value === '') return '';
        if (in_array($name, ['endpoint', 'challenge', 'follow-up'], true)) return $this->problemOfEndpoint($value, $site);
        if (in_array($name, ['hotline-url', 'privacy-url'], true)) return $this->problemOfLink($value);
        if (isset(self::FORMS[$name])) return preg_match(self::FORMS[$name][0], $value) ? '' : self::FORMS[$name][1];
        if ($name === 'lang' || $name === 'languages') {
            $tags = preg_split('/[\s,]+/', strtolower($value), -1, PREG_SPLIT_NO_EMPTY);
            return array_diff($tags, array_keys($this->languages)) ? 'language' : '';
        }
        if ($this->words($name)) return $this->isOffered($name, $value) ? '' : 'choice';
        return '';
    }

    /** What was expected, in French or in English; `kept` says that the value before is kept. */
    public function sentence(string $problem, string $language): string
    {
        return self::SENTENCES[$this->own($language)][$problem];
    }

    /** The widget's own rule, which would not open its form otherwise: https, the site's own origin, or this machine. */
    private function problemOfEndpoint(string $value, string $site): string
    {
        $address = $this->read($value);
        if (!$address) return 'address';
        if ($address['user'] !== '') return 'user';
        $own = $this->read($site);
        $isHere = $own && ($address['origin'] === $own['origin'] || ($address['isLocal'] && $own['isLocal']));
        return $address['scheme'] === 'https' || $isHere ? '' : 'secure';
    }

    private function problemOfLink(string $value): string
    {
        $address = $this->read($value);
        if (!$address) return 'link';
        return $address['user'] === '' ? '' : 'user';
    }

    /** @return array{scheme: string, user: string, origin: string, isLocal: bool}|null null for what is no address */
    private function read(string $text): ?array
    {
        if (!preg_match(self::ADDRESS, $text, $found)) return null;
        [, $scheme, $user, $host] = $found;
        $scheme = strtolower($scheme);
        $host = strtolower($host);
        $port = (int) ($found[4] ?? ($scheme === 'https' ? 443 : 80));
        // Where the last part of a name is a number, browsers read an IPv4 address.
        $isNumber = preg_match('/(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/D', $host);
        $ip = $host[0] === '[' ? substr($host, 1, -1) : ($isNumber ? $host : null);
        if ($port > 65535 || ($ip !== null && !filter_var($ip, FILTER_VALIDATE_IP))) return null;
        $isLocal = $host === 'localhost' || $host === '[::1]' || ($ip !== null && strpos($ip, '127.') === 0);
        return ['scheme' => $scheme, 'user' => $user, 'origin' => "$scheme://$host:$port", 'isLocal' => $isLocal];
    }

    // Languages. [7]

    /**
     * All languages of the widget: name in itself, whether no native speaker has read it, whether it is part of the widget.
     *
     * @return array<string, array{name: string, isDraft: bool, isBuiltIn: bool, report: string, reportTo: string}> by tag
     */
    public function languages(): array
    {
        return $this->languages;
    }

    /** The language that the widget has for a tag or a locale: `de` for `de-AT` and `de_AT.UTF-8`, or English. */
    public function nearest(string $tag): string
    {
        $part = strtolower(strtr($tag, '_.', '--'));
        while ($part !== '' && !isset($this->languages[$part])) $part = preg_replace('/-?[^-]*$/D', '', $part);
        return $part === '' ? 'en' : $part;
    }

    /**
     * The tags of a list, each once, without those that the widget does not know.
     *
     * @param string $list tags with spaces or commas between them
     * @return string[]
     */
    public function known(string $list): array
    {
        $tags = preg_split('/[\s,]+/', strtolower($list), -1, PREG_SPLIT_NO_EMPTY);
        return array_values(array_intersect(array_unique($tags), array_keys($this->languages)));
    }

    /**
     * The languages whose files every page loads: those that are ticked, and the one that is set for the whole site.
     * French and English are part of the widget.
     *
     * @param array<string, string> $settings by attribute: `languages` and `lang`
     * @return string[] tags
     */
    public function loaded(array $settings): array
    {
        $tags = $this->known(($settings['languages'] ?? '') . ' ' . $this->nearest($settings['lang'] ?? ''));
        return array_values(array_filter($tags, function ($tag) {
            return !$this->languages[$tag]['isBuiltIn'];
        }));
    }

    /** The attribute with which reporters choose a language: an author's tags, or those of the settings; two at least. */
    private function offered(array $settings, string $written): string
    {
        $tags = $this->known($written === '' ? $settings['languages'] ?? '' : $written);
        $tags = array_intersect($tags, array_merge(['fr', 'en'], $this->loaded($settings)));
        return count($tags) > 1 ? implode(' ', $tags) : '';
    }

    /** The language of this file's own words. */
    private function own(string $language): string
    {
        return strpos($this->nearest($language), 'fr') === 0 ? 'fr' : 'en';
    }

    // HTML.

    /** [1] Whether both are set: where reports go, and the hotline's own form. Before, visitors see nothing. */
    public function isReady(array $settings): bool
    {
        return ($settings['endpoint'] ?? '') !== '' && $this->problemOfLink($settings['hotline-url'] ?? '') === '';
    }

    /**
     * [4, 6, 7, 8] The element with its link. The same for every visitor, so that it may be cached. [11]
     *
     * @param array<string, string> $settings by attribute, of administrators; may have defaults of what authors choose, and
     *     `embed`. Others are left out.
     * @param array $written by attribute, of whoever writes the page; `true` for an attribute without a value
     * @param array{language?: string, inert?: bool, label?: string} $page language of the page; `inert` for previews, where
     *     it can neither be pressed nor reached with the keyboard [12]; text of the button
     * @return string empty until an administrator has said where reports go
     */
    public function element(array $settings, array $written = [], array $page = []): string
    {
        if (!$this->isReady($settings)) return '';
        $taken = $this->taken($written);
        $attributes = array_intersect_key($settings, array_flip(self::SETTINGS));
        // A setting never trains: one that is forgotten would lose real reports.
        $attributes += array_diff_key($taken + $this->taken($settings), ['practice' => true]);
        if (isset($taken['practice'])) $attributes['practice'] = true;
        $attributes['languages'] = $this->offered($settings, (string) ($taken['languages'] ?? ''));
        $attributes['embed'] = $settings['embed'] ?? 'other_cms';
        if (!empty($page['inert'])) $attributes['inert'] = true;

        $html = '<cliquez-signalez';
        foreach ($attributes as $name => $value) {
            if ($value === true) $html .= " $name";
            elseif ($value !== '') $html .= " $name=\"" . $this->escape($value) . '"';
        }
        $label = $page['label'] ?? '';
        if ($label !== '') $label = '<span slot="label">' . $this->escape($label) . '</span>';
        $language = (string) ($attributes['lang'] ?? '');
        if ($language === '') $language = $page['language'] ?? '';
        return "$html>$label" . $this->link($settings, $language) . '</cliquez-signalez>';
    }

    /** [4, 12] The link to the hotline's own form, alone: for feeds, PDF and whatever else has no scripts. */
    public function link(array $settings, string $language): string
    {
        if (!$this->isReady($settings)) return '';
        return '<a href="' . $this->escape($settings['hotline-url']) . '" rel="noreferrer" lang="'
            . $this->nearest($language) . '">' . $this->escape($this->linkText($settings, $language)) . '</a>';
    }

    /** The text of that link, for formats that are not HTML. */
    public function linkText(array $settings, string $language): string
    {
        $hotline = $settings['hotline'] ?? '';
        $texts = $this->languages[$this->nearest($language)];
        return $hotline === '' ? $texts['report'] : str_replace('{hotline}', $hotline, $texts['reportTo']);
    }

    /** A text in HTML, between tags or in an attribute. */
    public function escape(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
    }

    // Files. [3]

    /**
     * The scripts of a page, in the order in which they run: languages come first, so that the button shows in its own.
     *
     * @param array<string, string> $settings by attribute
     * @return array<string, string> path in the widget's folder => what changes with the file
     */
    public function scripts(array $settings): array
    {
        $scripts = [];
        foreach ($this->loaded($settings) as $tag) $scripts["locales/$tag.js"] = '';
        $scripts['cliquez-signalez.js'] = '';
        return array_replace($scripts, array_intersect_key($this->files(), $scripts));
    }

    /** [10] The scripts as HTML, each with an address and no text of its own. A browser runs a module once. */
    public function scriptTags(string $folder, array $settings): string
    {
        $html = '';
        foreach ($this->scripts($settings) as $path => $version) {
            $address = $this->escape("$folder$path?v=$version");
            // phpcs:ignore WordPress.WP.EnqueuedResources -- For systems without a queue of scripts.
            $html .= '<script type="module" src="' . $address . '"></script>';
        }
        return $html;
    }

    /** [5] The style sheet that keeps the button's place until its script has come, as HTML. */
    public function styleTag(string $folder): string
    {
        $address = $this->escape("{$folder}reserve.css?v=" . $this->files()['reserve.css']);
        // phpcs:ignore WordPress.WP.EnqueuedResources -- For systems without a queue of style sheets.
        return '<link rel="stylesheet" href="' . $address . '">';
    }

    /** @return array<string, string> */
    private function files(): array
    {
        if ($this->files === null) {
            // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file beside this one, and no address.
            $text = file_get_contents(__DIR__ . '/files.json');
            $this->files = json_decode($text, true)['versions'];
        }
        return $this->files;
    }
};
