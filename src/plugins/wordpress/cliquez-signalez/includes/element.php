<?php
/**
 * The element: block, shortcode and placements all print this one.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * What a block, a shortcode or a placement has written, made safe: attributes of the widget, and `label`.
 *
 * @param mixed $raw What was written, by name.
 * @return array<string, string|true> Attributes without a value are `true`. Not yet held to what authors may choose.
 */
function cliquez_signalez_written( $raw ) {
	$written = array();
	foreach ( is_array( $raw ) ? $raw : array() as $name => $value ) {
		if ( true === $value || ( is_string( $value ) && '' !== $value ) ) {
			$written[ $name ] = true === $value ? true : sanitize_text_field( $value );
		}
	}
	// « The form itself » is a kind of button to whoever edits; to the widget it is a mode.
	if ( isset( $written['variant'] ) && 'form' === $written['variant'] ) {
		unset( $written['variant'] );
		$written['mode'] = 'inline';
	}
	return $written;
}

/**
 * The element. Whoever prints it must have called `cliquez_signalez_enqueue()`.
 *
 * @param array<string, string|true> $written As `cliquez_signalez_written()` gives it.
 * @return string HTML, already escaped; empty until both addresses are set.
 */
function cliquez_signalez_element( $written ) {
	$widget   = cliquez_signalez_widget();
	$settings = cliquez_signalez_attributes();
	$language = get_bloginfo( 'language' );
	if ( is_feed() ) {
		return $widget->link( $settings, '' === $settings['lang'] ? $language : $settings['lang'] );
	}
	// The editor's canvas is a document without a language.
	if ( cliquez_signalez_is_preview() && '' === $settings['lang'] ) {
		$settings['lang'] = $language;
	}
	$label = isset( $written['label'] ) && is_string( $written['label'] ) ? $written['label'] : '';
	$page  = array(
		'language' => $language,
		'inert'    => cliquez_signalez_is_preview(),
		'label'    => $label,
	);
	return $widget->element( $settings, $written, $page );
}
