<?php
/**
 * Checks of the settings: a value that is refused leaves the old one in place, with the reason.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * Makes the settings known to WordPress, which takes care of nonce and capability (`manage_options`) when they are saved.
 */
function cliquez_signalez_register_settings() {
	register_setting(
		'cliquez-signalez',
		'cliquez_signalez_settings',
		array(
			'type'              => 'array',
			'sanitize_callback' => 'cliquez_signalez_check_settings',
		)
	);
	register_setting(
		'cliquez-signalez',
		'cliquez_signalez_relay_secret',
		array(
			'type'              => 'array',
			'sanitize_callback' => 'cliquez_signalez_check_secret',
		)
	);
}
add_action( 'admin_init', 'cliquez_signalez_register_settings' );

/**
 * Checks everything that was sent.
 *
 * @param mixed $input From the form.
 * @return array<string, string> What is stored.
 */
function cliquez_signalez_check_settings( $input ) {
	$settings = cliquez_signalez_settings();
	foreach ( array_keys( $settings ) as $name ) {
		$value   = is_array( $input ) && isset( $input[ $name ] ) ? $input[ $name ] : '';
		// The boxes of the languages come as a list; once checked, they are a text.
		$value   = 'languages' === $name && is_array( $value ) ? implode( ' ', array_filter( $value, 'is_string' ) ) : $value;
		$value   = is_string( $value ) ? trim( $value ) : '';
		$checked = cliquez_signalez_check( $name, $value );
		if ( is_wp_error( $checked ) ) {
			cliquez_signalez_refuse( $name, $checked->get_error_message() );
		} else {
			$settings[ $name ] = $checked;
		}
	}
	if ( '' !== $settings['relay'] && '' === $settings['endpoint'] ) {
		$settings['relay'] = '';
		cliquez_signalez_refuse( 'relay', __( 'The relay needs an endpoint to hand reports on to. It stays off.', 'cliquez-signalez' ) );
	}
	return $settings;
}

/**
 * Checks one value.
 *
 * @param string $name  Of the setting.
 * @param string $value What was written; empty for nothing.
 * @return string|WP_Error What is stored, or the sentence that says what is wrong.
 */
function cliquez_signalez_check( $name, $value ) {
	$choices = cliquez_signalez_setting_choices( $name );
	if ( $choices ) {
		return isset( $choices[ $value ] ) ? $value : new WP_Error( $name, __( 'This is not one of the choices. The old one was kept.', 'cliquez-signalez' ) );
	}
	switch ( $name ) {
		case 'endpoint':
			return cliquez_signalez_check_endpoint( $value );
		case 'follow_up':
			$is_right = '' === $value || cliquez_signalez_is_address( $value );
			return $is_right ? esc_url_raw( $value ) : new WP_Error( $name, __( 'The follow-up address must begin with https://, without a user name. The old one was kept.', 'cliquez-signalez' ) );
		case 'hotline_url':
		case 'privacy_url':
			return cliquez_signalez_check_url( $name, $value );
		case 'hotline':
			return sanitize_text_field( $value );
		case 'languages':
			$tags = cliquez_signalez_known_tags( $value );
			return implode( ' ', $tags ) === $value ? $value : new WP_Error( $name, __( 'One of the languages is not known to this version. The old ones were kept.', 'cliquez-signalez' ) );
		case 'relay':
			return '' === $value ? '' : '1';
		case 'accent':
			$is_right = '' === $value || null !== sanitize_hex_color( $value );
			return $is_right ? $value : new WP_Error( $name, __( 'The accent colour must be written like #1f4fd8. The old one was kept.', 'cliquez-signalez' ) );
		case 'country':
			$is_right = preg_match( '/^([A-Za-z]{2})?$/', $value );
			return $is_right ? strtoupper( $value ) : new WP_Error( $name, __( 'The country must be two letters, such as FR. The old one was kept.', 'cliquez-signalez' ) );
		case 'partner':
			$is_right = preg_match( '/^([a-z0-9][a-z0-9._-]{1,63})?$/', $value );
			return $is_right ? $value : new WP_Error( $name, __( 'The partner identifier has 2 to 64 of a-z, 0-9, dot, dash and underscore, and begins with a letter or a digit. The old one was kept.', 'cliquez-signalez' ) );
		case 'public_key':
			$is_right = preg_match( '/^(B[A-Za-z0-9_-]{86})?$/', $value );
			return $is_right ? $value : new WP_Error( $name, __( 'The public key has 87 characters and begins with B: ask the hotline for it again. The old one was kept.', 'cliquez-signalez' ) );
	}
	return '';
}

/**
 * Whether forms may send to an address: over https; on a machine of its own, while a site is made, over http too.
 *
 * @param string $value What was written.
 * @return bool
 */
function cliquez_signalez_is_address( $value ) {
	$parts    = wp_parse_url( $value );
	$scheme   = isset( $parts['scheme'] ) ? strtolower( $parts['scheme'] ) : '';
	$host     = isset( $parts['host'] ) ? $parts['host'] : '';
	$is_local = preg_match( '/^(localhost|127\.[\d.]+)$/', $host ) && preg_match( '/^(localhost|127\.[\d.]+)$/', (string) wp_parse_url( home_url(), PHP_URL_HOST ) );
	return '' !== $host && ( 'https' === $scheme || ( 'http' === $scheme && $is_local ) ) && ! isset( $parts['user'] ) && ! isset( $parts['fragment'] );
}

/**
 * An endpoint is an address that forms may send to, and not this site's own relay.
 *
 * @param string $value What was written.
 * @return string|WP_Error
 */
function cliquez_signalez_check_endpoint( $value ) {
	if ( false !== strpos( rawurldecode( $value ), '/cliquez-signalez/v1/' ) && wp_parse_url( home_url(), PHP_URL_HOST ) === wp_parse_url( $value, PHP_URL_HOST ) ) {
		return new WP_Error( 'endpoint', __( 'The endpoint cannot be this site’s own relay: reports would go round in circles. The old one was kept.', 'cliquez-signalez' ) );
	}
	return '' === $value || cliquez_signalez_is_address( $value )
		? esc_url_raw( $value )
		: new WP_Error( 'endpoint', __( 'The endpoint must be an address that begins with https://, without a user name. The old one was kept.', 'cliquez-signalez' ) );
}

/**
 * A web address that people can open.
 *
 * @param string $name  Of the setting.
 * @param string $value What was written.
 * @return string|WP_Error
 */
function cliquez_signalez_check_url( $name, $value ) {
	$is_right = preg_match( '#^https?://[^\s/]#i', $value ) && '' !== esc_url_raw( $value, array( 'http', 'https' ) );
	if ( '' === $value || $is_right ) {
		return esc_url_raw( $value, array( 'http', 'https' ) );
	}
	return new WP_Error(
		$name,
		'hotline_url' === $name
			? __( 'The address of the hotline’s own form must begin with https://. The old one was kept.', 'cliquez-signalez' )
			: __( 'The address of the privacy notice must begin with https://. The old one was kept.', 'cliquez-signalez' )
	);
}

/**
 * Checks a new secret. Nothing written keeps the old one, because the page never shows it.
 *
 * @param mixed $input `secret`, and `forget` if the box is ticked.
 * @return array{secret: string} What is stored; `cliquez_signalez_relay_secret()` says why it is an array.
 */
function cliquez_signalez_check_secret( $input ) {
	$old    = get_option( 'cliquez_signalez_relay_secret' );
	$old    = is_array( $old ) ? $old : array( 'secret' => '' );
	$secret = is_array( $input ) && isset( $input['secret'] ) && is_string( $input['secret'] ) ? trim( $input['secret'] ) : '';
	if ( ! empty( $input['forget'] ) ) {
		return array( 'secret' => '' );
	}
	if ( '' === $secret ) {
		return $old;
	}
	if ( preg_match( '/^[\x21-\x7e]{16,256}$/', $secret ) ) {
		return array( 'secret' => $secret );
	}
	cliquez_signalez_refuse( 'secret', __( 'The secret must have 16 to 256 characters, without spaces or accents. The old one was kept.', 'cliquez-signalez' ) );
	return $old;
}

/**
 * Says why a value was refused, once: WordPress checks an option twice when it is new.
 *
 * @param string $name     Of the setting.
 * @param string $sentence For whoever set it.
 */
function cliquez_signalez_refuse( $name, $sentence ) {
	$said = wp_list_pluck( get_settings_errors( 'cliquez-signalez' ), 'code' );
	if ( ! in_array( $name, $said, true ) ) {
		add_settings_error( 'cliquez-signalez', $name, $sentence );
	}
}
