<?php
// The authors' syntax: <cliquez-signalez variant="bar">, and <cliquez-signalez practice>.

use dokuwiki\Extension\SyntaxPlugin;
use dokuwiki\plugin\cliquezsignalez\Widget;

class syntax_plugin_cliquezsignalez extends SyntaxPlugin
{
    /** An attribute with its value, in quotation marks or without. */
    protected const WITH_VALUE = '/([\w-]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|([^\s"\'>]+))/';

    /** @inheritdoc */
    public function getType()
    {
        return 'substition';
    }

    /**
     * A paragraph of its own: beside a button, text would move when the button comes. [5]
     *
     * @inheritdoc
     */
    public function getPType()
    {
        return 'block';
    }

    /** @inheritdoc */
    public function getSort()
    {
        return 155;
    }

    /** @inheritdoc */
    public function connectTo($mode)
    {
        $this->Lexer->addSpecialPattern(
            '<cliquez-signalez(?:\s[^>\n]*)?>(?:</cliquez-signalez>)?',
            $mode,
            'plugin_cliquezsignalez'
        );
    }

    /** @inheritdoc */
    public function handle($match, $state, $pos, Doku_Handler $handler)
    {
        preg_match_all(self::WITH_VALUE, $match, $found, PREG_SET_ORDER);
        $written = [];
        foreach ($found as $each) $written[strtolower($each[1])] = trim(end($each));
        // An attribute without a value, or with an empty one, as in HTML.
        $written = array_map(static function ($value) {
            return $value === '' ? true : $value;
        }, $written + $this->bare($match));
        return [Widget::shared()->taken($written), Widget::shared()->refused($written)];
    }

    /**
     * The attributes without a value.
     *
     * @return string[] name => nothing
     */
    protected function bare(string $match): array
    {
        $rest = preg_replace([self::WITH_VALUE, '~^<cliquez-signalez|>(?:</cliquez-signalez>)?$~'], ' ', $match);
        // A quotation mark or an equals sign that is left belongs to no value: words beside it may be meant as one.
        if (preg_match('/["\'=]/', $rest)) return [];
        preg_match_all('/(?<!\S)[\w-]+(?!\S)/', strtolower($rest), $words);
        return array_fill_keys($words[0], '');
    }

    /** @inheritdoc */
    public function render($format, Doku_Renderer $renderer, $data)
    {
        global $ACT;
        [$taken, $refused] = $data;
        $widget = new Widget($this);
        if ($format === 'xhtml') {
            // [12] A preview shows it as it will look, and nobody can send a report from it by accident.
            $isPreview = $ACT === 'preview';
            $html = ($isPreview ? $widget->remarks($refused) : '') . $widget->html($taken, $isPreview);
            if ($html) $renderer->doc .= '<p>' . $html . '</p>';
        } elseif ($format !== 'metadata' && $widget->isReady()) {
            // [12] Formats without scripts get the link. A page's summary does not: it is not what the page says.
            $renderer->externallink($this->getConf('hotlineurl'), $widget->linkText());
        }
        return true;
    }
}
