<?php
/**
 * Translations that come with the plugin. Those of the plugin directory, where there are any, come first.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Tells WordPress before 6.8, which does not read « Domain Path » for this, where they are.
 */
function cliquez_signalez_load_translations() {
	load_plugin_textdomain( 'cliquez-signalez', false, dirname( plugin_basename( CLIQUEZ_SIGNALEZ_FILE ) ) . '/languages' );
}
add_action( 'init', 'cliquez_signalez_load_translations' );
