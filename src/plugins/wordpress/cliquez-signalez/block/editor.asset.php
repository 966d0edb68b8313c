<?php
/**
 * What the block's script needs of WordPress, as its registration reads it.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
	'version'      => CLIQUEZ_SIGNALEZ_VERSION,
);
