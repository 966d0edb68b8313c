<?php

namespace dokuwiki\plugin\cliquezsignalez;

use dokuwiki\Extension\PluginInterface;

/** The widget's HTML, from the settings and from what an author wrote. The numbers are those of src/plugins/cms/README.md. */
class Widget
{
    /**
     * [6] What authors may choose: how it looks, never where reports go. Attribute → pattern of its values.
     *
     * Practice is a choice of one button, and never a setting: a setting that is forgotten would lose real reports. Only a
     * clear yes turns it on; any other value leaves a form that sends. The bare attribute has an empty value, as in HTML.
     */
    protected const CHOICES = [
        'variant' => '/^(?:button|link|icon|bar)$/',
        'size' => '/^[sml]$/',
        'theme' => '/^(?:signal|institution|nuit|contraste|discret|presse|ecole|compact)$/',
        'scheme' => '/^(?:auto|light|dark)$/',
        'mode' => '/^(?:dialog|inline)$/',
        'flow' => '/^(?:steps|page)$/',
        'view' => '/^(?:report|follow-up)$/',
        'lang' => '/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/',
        'languages' => '/^[A-Za-z-]+(?:[\s,]+[A-Za-z-]+)*$/',
        'categories' => '/^[a-z_]+(?: [a-z_]+)*$/',
        'category' => '/^[a-z_]+$/',
        'url' => '~^https?://\S+$~i',
        'page-context' => '/^(?:ask|here|elsewhere)$/',
        'heading-level' => '/^[2-5]$/',
        'easy' => '/^(?:easy|1|true)?$/',
        'practice' => '/^(?:practice|1|true)?$/',
    ];

    /** Attributes that a setting alone decides. */
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
    ];

    /** Attributes that an author may choose, and a setting where there is no choice. */
    protected const DEFAULTS = ['theme' => 'theme', 'size' => 'size', 'lang' => 'language'];

    /** @var PluginInterface whose settings and words are used */
    protected $plugin;

    public function __construct(PluginInterface $plugin)
    {
        $this->plugin = $plugin;
    }

    /**
     * Sorts what an author wrote.
     *
     * @param string[] $written attribute => value
     * @return array[] those that are taken, and the names of those that are not
     */
    public static function sorted(array $written): array
    {
        $accepted = [];
        foreach ($written as $name => $value) {
            if (isset(self::CHOICES[$name]) && preg_match(self::CHOICES[$name], $value)) $accepted[$name] = $value;
        }
        return [$accepted, array_keys(array_diff_key($written, $accepted))];
    }

    /** [1] Until an administrator has said where reports go, visitors see nothing. */
    public function isReady(): bool
    {
        return $this->plugin->getConf('endpoint') && $this->plugin->getConf('hotlineurl');
    }

    public function linkText(): string
    {
        global $conf;
        $hotline = $this->plugin->getConf('hotline');
        $texts = Languages::all()[Languages::nearest($conf['lang'])];
        return $hotline ? str_replace('{hotline}', $hotline, $texts['reportTo']) : $texts['report'];
    }

    /** A note on previews, for authors. */
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
     * The element and the scripts that bring it to life. The same for every visitor, so that it may be cached. [11]
     *
     * @param string[] $chosen attribute => value
     * @param bool $isInert seen, but neither pressed nor reached with the keyboard
     */
    public function html(array $chosen, bool $isInert = false): string
    {
        global $conf;
        if (!$this->isReady()) return '';
        $attributes = ['embed' => 'other_cms']; // [8]
        foreach (self::SETTINGS as $name => $setting) $attributes[$name] = $this->plugin->getConf($setting);
        foreach (self::DEFAULTS as $name => $setting) $attributes[$name] = $this->plugin->getConf($setting);
        $attributes = array_merge($attributes, $chosen);
        $attributes['languages'] = $this->languagesToChoose($chosen['languages'] ?? '');
        if (isset($chosen['easy'])) $attributes['easy'] = 'easy';
        // The widget then ignores where reports go, so these attributes stay.
        if (isset($chosen['practice'])) $attributes['practice'] = 'practice';
        if ($isInert) $attributes['inert'] = 'inert';

        $html = '<cliquez-signalez';
        foreach ($attributes as $name => $value) {
            if ((string) $value !== '') $html .= ' ' . $name . '="' . hsc($value) . '"'; // [6]
        }
        // [4] Without scripts, and wherever the form cannot work, there is this link.
        return $html . '><a href="' . hsc($this->plugin->getConf('hotlineurl')) . '" rel="noreferrer" lang="'
            . hsc(Languages::nearest($conf['lang'])) . '">' . hsc($this->linkText()) . '</a></cliquez-signalez>' . $this->script();
    }

    /**
     * Languages whose files pages load: those that an administrator has ticked or set. [7]
     *
     * @return string[] tags
     */
    protected function loadedLanguages(): array
    {
        return Languages::withFile($this->plugin->getConf('languages') . ' ' . $this->plugin->getConf('language'));
    }

    /**
     * The languages that reporters can choose from: an author's, among those that pages load, or those of the settings.
     *
     * @return string tags; empty where there are not two
     */
    protected function languagesToChoose(string $chosen): string
    {
        $tags = Languages::known($chosen === '' ? $this->plugin->getConf('languages') : $chosen);
        $tags = array_intersect($tags, array_merge(['fr', 'en'], $this->loadedLanguages()));
        return count($tags) > 1 ? implode(' ', $tags) : '';
    }

    /**
     * [3] It comes with each widget, because a page is put together from parts that are cached apart (side bar, footer);
     * a browser runs a module once, however often it is named. [10] It has an address, and no text of its own.
     */
    protected function script(): string
    {
        $folder = 'lib/plugins/cliquezsignalez/widget/';
        $html = '';
        // Scripts run in this order: the button shows in its language at once.
        foreach (array_merge(preg_replace('~^~', 'locales/', $this->loadedLanguages()), ['cliquez-signalez']) as $name) {
            $file = $folder . $name . '.js';
            $version = @filemtime(DOKU_INC . $file);
            $html .= '<script type="module" src="' . hsc(DOKU_BASE . $file . '?v=' . $version) . '"></script>';
        }
        return $html;
    }
}
