<?php
/**
 * WordPress scripts that the block's script needs, as its registration reads them.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
	'version'      => CLIQUEZ_SIGNALEZ_VERSION,
);
