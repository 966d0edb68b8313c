<?php
/**
 * Words for the site's own privacy policy, offered in Settings → Privacy.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Offers them.
 */
function cliquez_signalez_suggest_privacy_text() {
	$through = __( 'Reports go from your browser to the hotline; this site’s server does not see them.', 'cliquez-signalez' );
	if ( cliquez_signalez_relay_is_on() ) {
		$log     = cliquez_signalez_log_is_off()
			? __( 'Its access log does not note who reports.', 'cliquez-signalez' )
			: __( 'As for any page, its access log notes your address and the time at which you report.', 'cliquez-signalez' );
		$through = __( 'Reports pass through this site’s server, which does not keep them and does not tell the hotline your address.', 'cliquez-signalez' ) . " $log";
	}
	if ( '' !== cliquez_signalez_setting( 'follow_up' ) ) {
		$through .= ' ' . __( 'After sending, the form shows you a code once. If you follow your report with it, your browser asks the hotline, and not this site.', 'cliquez-signalez' );
	}
	$hotline = cliquez_signalez_setting( 'hotline' );
	$text    = sprintf(
		/* translators: %s: name of the hotline */
		__( 'With the button « Cliquez, Signalez ! » you can report illegal content to %s, without giving your name. The button stores nothing on your device and sets no cookie. Nothing is sent before you press « Send ».', 'cliquez-signalez' ),
		'' === $hotline ? __( 'the hotline', 'cliquez-signalez' ) : $hotline
	);
	wp_add_privacy_policy_content( 'Cliquez, Signalez !', wp_kses_post( wpautop( "$text $through", false ) ) );
}
add_action( 'admin_init', 'cliquez_signalez_suggest_privacy_text' );
