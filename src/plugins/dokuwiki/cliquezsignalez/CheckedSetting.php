<?php

namespace dokuwiki\plugin\cliquezsignalez;

use dokuwiki\plugin\config\core\Setting\SettingString;

/**
 * A setting that says what is wrong with a value: the Configuration Manager alone frames it in red. [2]
 * In conf/metadata.php, `_rule` names one of the methods below, and `_pattern` works as ever.
 */
class CheckedSetting extends SettingString
{
    /** @var string which method looks at a value */
    protected $rule = '';

    /** @inheritdoc */
    protected function cleanValue($value)
    {
        return is_string($value) ? trim($value) : parent::cleanValue($value);
    }

    /** @inheritdoc */
    public function update($input)
    {
        $value = $this->cleanValue($input);
        if (is_string($value) && $value !== '' && $this->rule && !$this->{$this->rule}($value)) {
            $this->error = true;
            $this->input = $value;
        } else {
            $hasChanged = parent::update($input);
        }
        if ($this->error) $this->explain();
        return $hasChanged ?? false;
    }

    /** Addresses that reports may be posted to: the widget's own rule, which would not open its form otherwise. */
    protected function endpoint(string $value): bool
    {
        $host = '(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d+)?';
        if (preg_match('~^https://' . $host . '(?:[/?]\S*)?$~i', $value)) return true;
        // Over http only to this wiki's own server, or within one machine.
        $isOwn = strpos($value, rtrim(DOKU_URL, '/') . '/') === 0;
        return $isOwn || preg_match('~^http://(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?(?:[/?]\S*)?$~i', $value);
    }

    /** The address of a page that people can open. */
    protected function link(string $value): bool
    {
        return (bool) preg_match('~^https?://[^\s/?#@]+(?:[/?#]\S*)?$~i', $value);
    }

    protected function explain(): void
    {
        $key = substr($this->key, strrpos($this->key, '_') + 1);
        $sentence = plugin_load('syntax', 'cliquezsignalez')->getLang('refused_' . $key);
        msg(hsc($sentence . ' (' . $this->input . ')'), -1);
    }
}
