<?php

namespace dokuwiki\plugin\cliquezsignalez;

/** The form's languages: which there are, whose files pages load, and among which reporters can choose. [7] */
class Languages
{
    /**
     * All of them, as the archive brings them along in conf/languages.php.
     *
     * @return array[] tag => name, isDraft, isBuiltIn, report, reportTo
     */
    public static function all(): array
    {
        static $all;
        $all = $all ?? include __DIR__ . '/conf/languages.php';
        return $all;
    }

    /**
     * The words of both settings that name languages: each language in itself.
     *
     * @param string $draft the word for a language that no native speaker has read
     * @return string[] by the name that the Configuration Manager looks for
     */
    public static function words(string $draft): array
    {
        $words = [];
        foreach (self::all() as $tag => $language) {
            $name = $language['name'] . ($language['isDraft'] ? ' – ' . $draft : '');
            $words["language_o_$tag"] = $words["languages_$tag"] = $name;
        }
        return $words;
    }

    /** The language that the widget has for a tag: `de` for `de-informal`, or English. */
    public static function nearest(string $tag): string
    {
        $part = strtolower($tag);
        while ($part !== '' && !isset(self::all()[$part])) $part = preg_replace('/-?[^-]*$/', '', $part);
        return $part === '' ? 'en' : $part;
    }

    /**
     * The tags of a list, each once, without those that the widget does not know.
     *
     * @return string[]
     */
    public static function known(string $list): array
    {
        $tags = preg_split('/[\s,]+/', strtolower($list), -1, PREG_SPLIT_NO_EMPTY);
        return array_values(array_intersect(array_unique($tags), array_keys(self::all())));
    }

    /**
     * Those of a list that have a file of their own. French and English are part of the widget.
     *
     * @return string[]
     */
    public static function withFile(string $list): array
    {
        return array_values(array_filter(self::known($list), static function ($tag) {
            return !self::all()[$tag]['isBuiltIn'];
        }));
    }
}
