<?php
// Names of the special page in addresses.

$specialPageAliases = [];
$specialPageAliases['en'] = [ 'CliquezSignalez' => [ 'CliquezSignalez' ] ];
