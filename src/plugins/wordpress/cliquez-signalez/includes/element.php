<?php
/**
 * The widget as HTML: the element with the site's settings, and in it the link that works without any script.
 *
 * @package cliquez-signalez
 */

defined( 'ABSPATH' ) || exit;

/**
 * The choices that a block, a shortcode or a placement may make, each made safe. What is not understood is left out.
 *
 * Practice is a choice of one block or one shortcode, and never a setting: a setting that is forgotten would lose real
 * reports on every page. Only a clear yes turns it on; any other value leaves a form that sends.
 *
 * @param mixed $raw What was written, by name.
 * @return array<string, string>
 */
function cliquez_signalez_choices( $raw ) {
	$patterns = array(
		'variant'   => '/^(button|link|icon|bar|form|floating)$/',
		'placement' => '/^(bottom|middle)-(start|end)$/',
		'size'      => '/^[sml]$/',
		'theme'     => '/^[a-z]{1,32}$/',
		'scheme'    => '/^(light|dark)$/',
		'category'  => '/^[a-z_]{1,40}$/',
		'lang'      => '/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/',
		'languages' => '/^[A-Za-z-]+([\s,]+[A-Za-z-]+)*$/',
		'easy'      => '/^(1|true|easy)$/',
		'flow'      => '/^(steps|page)$/',
		'view'      => '/^(report|follow-up)$/',
		'practice'  => '/^(1|true|practice)$/',
		'label'     => '/\S/',
	);
	$choices  = array();
	foreach ( $patterns as $name => $pattern ) {
		$value            = is_array( $raw ) && isset( $raw[ $name ] ) ? $raw[ $name ] : '';
		// The block's toggle gives no text.
		$value            = true === $value ? '1' : $value;
		$value            = is_string( $value ) ? sanitize_text_field( $value ) : '';
		$choices[ $name ] = preg_match( $pattern, $value ) ? $value : '';
	}
	return $choices;
}

/**
 * The element. Whoever prints it must have called `cliquez_signalez_enqueue()`.
 *
 * @param array<string, string> $choices As `cliquez_signalez_choices()` gives them.
 * @return string HTML, already escaped; empty where the hotline's own form, to which the link leads, is not set.
 */
function cliquez_signalez_element( $choices ) {
	$settings = cliquez_signalez_settings();
	if ( '' === $settings['hotline_url'] ) {
		return '';
	}
	$language = cliquez_signalez_language( $choices );
	$link     = cliquez_signalez_fallback_link( $language );
	if ( is_feed() ) {
		return $link;
	}
	$is_form    = 'form' === $choices['variant'];
	$attributes = array(
		'endpoint'    => cliquez_signalez_endpoint(),
		'hotline'     => $settings['hotline'],
		'hotline-url' => $settings['hotline_url'],
		'privacy-url' => $settings['privacy_url'],
		'country'     => $settings['country'],
		'partner'     => $settings['partner'],
		'public-key'  => $settings['public_key'],
		'challenge'   => cliquez_signalez_challenge(),
		// In the editor, nothing is asked of the hotline.
		'follow-up'   => cliquez_signalez_is_preview() ? '' : $settings['follow_up'],
		'lang'        => $language,
		'languages'   => cliquez_signalez_languages_to_choose( $choices['languages'] ),
		'theme'       => '' === $choices['theme'] ? $settings['theme'] : $choices['theme'],
		'scheme'      => $choices['scheme'],
		'variant'     => $is_form ? '' : $choices['variant'],
		'placement'   => 'floating' === $choices['variant'] ? $choices['placement'] : '',
		'mode'        => $is_form ? 'inline' : '',
		'size'        => $choices['size'],
		'category'    => $choices['category'],
		'flow'        => $choices['flow'],
		'view'        => $choices['view'],
		'embed'       => 'wordpress',
	);
	$html       = '';
	foreach ( $attributes as $name => $value ) {
		if ( '' !== $value ) {
			$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	$html .= '' === $choices['easy'] ? '' : ' easy';
	// The widget then ignores where reports go, so these attributes stay.
	$html .= '' === $choices['practice'] ? '' : ' practice';
	$label = '' === $choices['label'] ? '' : '<span slot="label">' . esc_html( $choices['label'] ) . '</span>';
	return "<cliquez-signalez$html>$label$link</cliquez-signalez>";
}

/**
 * Destination of the page's forms: the endpoint, or this site's relay. In the editor, an address that takes nothing.
 *
 * @return string
 */
function cliquez_signalez_endpoint() {
	$endpoint = cliquez_signalez_setting( 'endpoint' );
	if ( '' === $endpoint || cliquez_signalez_is_preview() ) {
		return '' === $endpoint ? '' : wp_make_link_relative( rest_url( 'cliquez-signalez/v1/nowhere' ) );
	}
	// Without a host: a page that is reached by another name of the site must not post across origins.
	return cliquez_signalez_relay_is_on() ? wp_make_link_relative( rest_url( 'cliquez-signalez/v1/reports' ) ) : $endpoint;
}

/**
 * Address of the proof of work: the relay, which is shared by everybody who reports here.
 *
 * @return string Empty without the relay, and in the editor.
 */
function cliquez_signalez_challenge() {
	return cliquez_signalez_relay_is_on() && ! cliquez_signalez_is_preview() ? wp_make_link_relative( rest_url( 'cliquez-signalez/v1/challenge' ) ) : '';
}

/**
 * The widget's language: the one chosen here, else the one set for the site, else that of the page.
 *
 * @param array<string, string> $choices As `cliquez_signalez_choices()` gives them.
 * @return string A language tag.
 */
function cliquez_signalez_language( $choices ) {
	if ( '' !== $choices['lang'] ) {
		return $choices['lang'];
	}
	$set = cliquez_signalez_setting( 'language' );
	return 'site' === $set ? get_bloginfo( 'language' ) : $set;
}

/**
 * The link to the hotline's own form, in the widget's language, which need not be the site's.
 *
 * @param string $language Language tag of the widget.
 * @return string HTML; empty without an address.
 */
function cliquez_signalez_fallback_link( $language ) {
	$url     = cliquez_signalez_setting( 'hotline_url' );
	$hotline = cliquez_signalez_setting( 'hotline' );
	if ( '' === $url ) {
		return '';
	}
	$texts = cliquez_signalez_catalogue()['languages'][ cliquez_signalez_nearest_language( $language ) ];
	$text  = '' === $hotline ? $texts['report'] : str_replace( '{hotline}', $hotline, $texts['reportTo'] );
	return sprintf( '<a href="%s" rel="noreferrer">%s</a>', esc_url( $url ), esc_html( $text ) );
}
