<?php

namespace dokuwiki\plugin\cliquezsignalez;

use dokuwiki\plugin\config\core\Setting\SettingMulticheckbox;

/** The languages to choose from, as boxes. */
class LanguagesSetting extends SettingMulticheckbox
{
    /** @inheritdoc */
    public function update($input)
    {
        // DokuWiki reads `other`, the field for further values, also where a setting has none.
        return parent::update(array_intersect((array) $input, $this->choices) + ['other' => '']);
    }
}
