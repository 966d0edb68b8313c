<?php
/**
 * Cliquez, Signalez ! – the plugin: what it is, and its parts in the order in which they need each other.
 *
 * Plugin Name:       Cliquez, Signalez !
 * Description:       A button with which anyone reports illegal content to a hotline, free and without giving a name.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            Cliquez, Signalez ! contributors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       cliquez-signalez
 * Domain Path:       /languages
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

define( 'CLIQUEZ_SIGNALEZ_VERSION', '0.1.0' );
define( 'CLIQUEZ_SIGNALEZ_FILE', __FILE__ );

require_once __DIR__ . '/includes/translations.php';
require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/widget.php';
require_once __DIR__ . '/includes/languages.php';
require_once __DIR__ . '/includes/accent.php';
require_once __DIR__ . '/includes/assets.php';
require_once __DIR__ . '/includes/element.php';
require_once __DIR__ . '/includes/block.php';
require_once __DIR__ . '/includes/shortcode.php';
require_once __DIR__ . '/includes/placement.php';
require_once __DIR__ . '/includes/relay.php';
require_once __DIR__ . '/includes/relay-request.php';
require_once __DIR__ . '/includes/relay-visitors.php';
require_once __DIR__ . '/includes/site-health.php';

if ( is_admin() ) {
	require_once __DIR__ . '/includes/settings-checks.php';
	require_once __DIR__ . '/includes/settings-fields.php';
	require_once __DIR__ . '/includes/settings-page.php';
	require_once __DIR__ . '/includes/privacy.php';
}
