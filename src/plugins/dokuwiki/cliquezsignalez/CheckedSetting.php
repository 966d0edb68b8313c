<?php

namespace dokuwiki\plugin\cliquezsignalez;

use dokuwiki\plugin\config\core\Setting\SettingString;

/**
 * A setting that says what is wrong with a value: the Configuration Manager alone frames it in red. [2]
 * In conf/metadata.php, `_attribute` names the widget's attribute, whose rule it is.
 */
class CheckedSetting extends SettingString
{
    /** @var string the attribute that the setting decides */
    protected $attribute = '';

    /** @inheritdoc */
    protected function cleanValue($value)
    {
        if (!is_string($value)) return parent::cleanValue($value);
        return $this->attribute === 'country' ? strtoupper(trim($value)) : trim($value);
    }

    /** @inheritdoc */
    public function update($input)
    {
        $value = $this->cleanValue($input);
        if (is_string($value) && Widget::shared()->problem($this->attribute, $value, DOKU_URL) !== '') {
            $this->error = true;
            $this->input = $value;
        } else {
            $hasChanged = parent::update($input);
        }
        if ($this->error) $this->explain();
        return $hasChanged ?? false;
    }

    protected function explain(): void
    {
        $key = substr($this->key, strrpos($this->key, '_') + 1);
        $sentence = plugin_load('syntax', 'cliquezsignalez')->getLang('refused_' . $key);
        msg(hsc($sentence . ' (' . $this->input . ')'), -1);
    }
}
