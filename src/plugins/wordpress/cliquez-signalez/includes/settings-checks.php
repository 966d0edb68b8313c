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
	if ( 'relay' === $name ) {
		return '' === $value ? '' : '1';
	}
	if ( 'accent' === $name ) {
		return cliquez_signalez_check_accent( $value );
	}
	if ( 'endpoint' === $name && cliquez_signalez_is_own_relay( $value ) ) {
		return new WP_Error( $name, __( 'The endpoint cannot be this site’s own relay: reports would go round in circles. The old one was kept.', 'cliquez-signalez' ) );
	}
	if ( '' !== cliquez_signalez_widget()->problem( str_replace( '_', '-', $name ), $value, home_url( '/' ) ) ) {
		return new WP_Error( $name, cliquez_signalez_expected( $name ) );
	}
	if ( 'hotline' === $name ) {
		return sanitize_text_field( $value );
	}
	return 'country' === $name ? strtoupper( $value ) : $value;
}

/**
 * What a setting expects, in a sentence for whoever has written something else.
 *
 * @param string $name Of the setting.
 * @return string
 */
function cliquez_signalez_expected( $name ) {
	switch ( $name ) {
		case 'endpoint':
			return __( 'The endpoint must be an address that begins with https://, without a user name. The old one was kept.', 'cliquez-signalez' );
		case 'challenge':
			return __( 'The address of the proof of work must begin with https://, without a user name. The old one was kept.', 'cliquez-signalez' );
		case 'follow_up':
			return __( 'The follow-up address must begin with https://, without a user name. The old one was kept.', 'cliquez-signalez' );
		case 'hotline_url':
			return __( 'The address of the hotline’s own form must begin with https:// or http://, without a user name. The old one was kept.', 'cliquez-signalez' );
		case 'privacy_url':
			return __( 'The address of the privacy notice must begin with https:// or http://, without a user name. The old one was kept.', 'cliquez-signalez' );
		case 'country':
			return __( 'The country must be two letters, such as FR. The old one was kept.', 'cliquez-signalez' );
		case 'partner':
			return __( 'The partner identifier has 2 to 64 of a-z, 0-9, dot, dash and underscore, and begins with a letter or a digit. The old one was kept.', 'cliquez-signalez' );
		case 'public_key':
			return __( 'The public key has 87 characters and begins with B: ask the hotline for it again. The old one was kept.', 'cliquez-signalez' );
		case 'languages':
			return __( 'One of the languages is not known to this version. The old ones were kept.', 'cliquez-signalez' );
	}
	return '';
}

/**
 * Whether an address is this site's own relay.
 *
 * @param string $value What was written.
 * @return bool
 */
function cliquez_signalez_is_own_relay( $value ) {
	return false !== strpos( rawurldecode( $value ), '/cliquez-signalez/v1/' ) && wp_parse_url( home_url(), PHP_URL_HOST ) === wp_parse_url( $value, PHP_URL_HOST );
}

/**
 * Checks the accent colour, and writes its file, so that a site that cannot keep it says so.
 *
 * @param string $value What was written.
 * @return string|WP_Error
 */
function cliquez_signalez_check_accent( $value ) {
	if ( '' === $value ) {
		return $value;
	}
	if ( null === sanitize_hex_color( $value ) ) {
		return new WP_Error( 'accent', __( 'The accent colour must be written like #1f4fd8. The old one was kept.', 'cliquez-signalez' ) );
	}
	return cliquez_signalez_write_accent( $value )
		? $value
		: new WP_Error( 'accent', __( 'The accent colour could not be kept: WordPress cannot write into its folder of uploads. The old one was kept.', 'cliquez-signalez' ) );
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
