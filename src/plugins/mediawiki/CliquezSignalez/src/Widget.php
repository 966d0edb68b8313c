<?php
// The settings of LocalSettings.php, and the widget's HTML from them. The numbers are those of src/plugins/cms/README.md.

namespace MediaWiki\Extension\CliquezSignalez;

use MediaWiki\Config\Config;

class Widget {
	/** [2] The settings: attribute => name behind `$wgCliquezSignalez`. */
	public const SETTINGS = [
		'endpoint' => 'Endpoint',
		'hotline' => 'Hotline',
		'hotline-url' => 'HotlineUrl',
		'privacy-url' => 'PrivacyUrl',
		'country' => 'Country',
		'lang' => 'Lang',
		'languages' => 'Languages',
		'placement' => 'Placement',
		'theme' => 'Theme',
		'size' => 'Size',
		'partner' => 'Partner',
		'public-key' => 'PublicKey',
		'challenge' => 'Challenge',
		'follow-up' => 'FollowUp',
	];

	/** Those that the form asks. */
	private const ASKED = [ 'endpoint', 'challenge', 'follow-up' ];

	/** A placement of ours: a bar at the end of each page. */
	public const END = 'end';

	private Config $config;

	public function __construct( Config $config ) {
		$this->config = $config;
	}

	/** The shared code of the plugins in PHP, which has the rules. */
	public function rules(): object {
		static $rules;
		$rules ??= require __DIR__ . '/../php/widget.php';
		return $rules;
	}

	/**
	 * What an administrator has written.
	 *
	 * @return string[] by attribute
	 */
	public function written(): array {
		return array_map( function ( string $name ): string {
			return trim( implode( ' ', (array)$this->config->get( "CliquezSignalez$name" ) ) );
		}, self::SETTINGS );
	}

	/**
	 * What is wrong with it.
	 *
	 * @return string[] attribute => problem that the rules put into words
	 */
	public function problems(): array {
		$site = $this->config->get( 'CanonicalServer' ) . '/';
		$problems = [];
		foreach ( $this->written() as $attribute => $value ) {
			if ( $attribute === 'placement' && $value === self::END ) {
				continue;
			}
			$problems[$attribute] = $this->rules()->problem( $attribute, $value, $site );
		}
		return array_filter( $problems );
	}

	/**
	 * What of it is used: all but what cannot work.
	 *
	 * @return string[] by attribute
	 */
	public function settings(): array {
		return array_diff_key( $this->written(), $this->problems() );
	}

	/** [1] Whether visitors see anything. */
	public function isReady(): bool {
		return $this->rules()->isReady( $this->settings() );
	}

	/**
	 * The element in a block of its own: beside a button, text would move when the button comes. [5]
	 *
	 * @param array $written what an author wrote, by attribute
	 * @param string $language of the page
	 * @param bool $isInert seen, but neither pressed nor reached with the keyboard [12]
	 */
	public function html( array $written, string $language, bool $isInert = false ): string {
		$page = [ 'language' => $language, 'inert' => $isInert ];
		// Where the button floats is the choice of one that floats.
		$settings = array_diff_key( $this->settings(), [ 'placement' => true ] );
		$html = $this->rules()->element( $settings, $written, $page );
		return $html === '' ? '' : "<div class=\"cliquez-signalez\">$html</div>";
	}

	/**
	 * Addresses that pages have to be allowed to ask, in a wiki with a policy (`$wgCSPHeader`).
	 *
	 * @return string[] MediaWiki takes the origins from them
	 */
	public function asked(): array {
		return array_filter( array_intersect_key( $this->settings(), array_flip( self::ASKED ) ) );
	}

	/** [3, 5, 10] What a page with the element has in its head. */
	public function head(): string {
		$folder = $this->config->get( 'ExtensionAssetsPath' ) . '/CliquezSignalez/widget/';
		return $this->rules()->styleTag( $folder ) . $this->rules()->scriptTags( $folder, $this->settings() );
	}
}
