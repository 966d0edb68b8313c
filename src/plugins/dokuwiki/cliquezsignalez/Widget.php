<?php

namespace dokuwiki\plugin\cliquezsignalez;

use dokuwiki\Extension\PluginInterface;

/**
 * The widget on this wiki: its settings, and what php/widget.php makes of them and of an author's words. The numbers are
 * those of src/plugins/cms/README.md.
 */
class Widget
{
    /** Attribute → the setting that decides it, or that stands where an author has not chosen. */
    protected const SETTINGS = [
        'endpoint' => 'endpoint',
        'hotline' => 'hotline',
        'hotline-url' => 'hotlineurl',
        'privacy-url' => 'privacyurl',
        'country' => 'country',
        'partner' => 'partner',
        'public-key' => 'publickey',
        'challenge' => 'challenge',
        'follow-up' => 'followup',
        'theme' => 'theme',
        'size' => 'size',
        'lang' => 'language',
        'languages' => 'languages',
    ];

    /** @var PluginInterface whose settings and words are used */
    protected $plugin;

    public function __construct(PluginInterface $plugin)
    {
        $this->plugin = $plugin;
    }

    /** What plugins in PHP share. */
    public static function shared(): object
    {
        static $shared;
        return $shared = $shared ?? require __DIR__ . '/php/widget.php';
    }

    /**
     * The words of both settings that name languages: each language in itself.
     *
     * @param string $draft the word for a language that no native speaker has read
     * @return string[] by the name that the Configuration Manager looks for
     */
    public static function languageWords(string $draft): array
    {
        $words = [];
        foreach (self::shared()->languages() as $tag => $language) {
            $name = $language['name'] . ($language['isDraft'] ? ' – ' . $draft : '');
            $words["language_o_$tag"] = $words["languages_$tag"] = $name;
        }
        return $words;
    }

    /** [1] Until an administrator has said where reports go, visitors see nothing. */
    public function isReady(): bool
    {
        return self::shared()->isReady($this->settings());
    }

    public function linkText(): string
    {
        global $conf;
        return self::shared()->linkText($this->settings(), $conf['lang']);
    }

    /** A note on previews, for authors. [12] */
    public function remarks(array $refused): string
    {
        $remarks = [];
        if (!$this->isReady()) $remarks[] = $this->plugin->getLang('not_ready');
        if ($refused) $remarks[] = sprintf($this->plugin->getLang('refused_attributes'), implode(', ', $refused));
        $html = '';
        foreach ($remarks as $remark) $html .= '<strong>' . hsc($remark) . '</strong> ';
        return $html;
    }

    /**
     * The element and the scripts that bring it to life. The scripts come with each widget, because a page is put together
     * from parts that are cached apart (side bar, footer).
     *
     * @param array $written attribute => value
     * @param bool $isInert seen, but neither pressed nor reached with the keyboard
     */
    public function html(array $written, bool $isInert = false): string
    {
        global $conf;
        $settings = $this->settings();
        $element = self::shared()->element($settings, $written, ['language' => $conf['lang'], 'inert' => $isInert]);
        $folder = DOKU_BASE . 'lib/plugins/cliquezsignalez/widget/';
        return $element === '' ? '' : $element . self::shared()->scriptTags($folder, $settings);
    }

    /** @return string[] by attribute */
    protected function settings(): array
    {
        return array_map(function ($setting) {
            return (string) $this->plugin->getConf($setting);
        }, self::SETTINGS);
    }
}
