<?php
// The widget on pages: the authors' tag `<cliquez-signalez variant="bar" />`, and a button on every page.

namespace MediaWiki\Extension\CliquezSignalez;

use MediaWiki\Config\Config;
use MediaWiki\Hook\ParserFirstCallInitHook;
use MediaWiki\Hook\SkinAfterContentHook;
use MediaWiki\Output\Hook\BeforePageDisplayHook;
use MediaWiki\Parser\Parser;

class Pages implements ParserFirstCallInitHook, SkinAfterContentHook, BeforePageDisplayHook {
	private const HEAD = 'cliquez-signalez';

	/** Pages of readers, who may see reportable content; not of signing in, settings or upkeep. */
	private const READING = [ 'Allpages', 'Newpages', 'Recentchanges', 'Search' ];

	private Widget $widget;

	public function __construct( Config $config ) {
		$this->widget = new Widget( $config );
	}

	/** @inheritDoc */
	public function onParserFirstCallInit( $parser ) {
		$parser->setHook( 'cliquez-signalez', [ $this, 'tag' ] );
	}

	/**
	 * The same for every reader, since MediaWiki keeps it with the page. [11]
	 *
	 * @param string|null $text between the tags; not used
	 * @param string[] $written attribute => value; empty for an attribute without a value
	 * @param Parser $parser
	 */
	public function tag( $text, array $written, Parser $parser ): string {
		$written = array_map( static fn ( $value ) => $value === '' ? true : $value, $written );
		$isPreview = $parser->getOptions()->getIsPreview();
		$html = $this->widget->html( $written, $parser->getTargetLanguage()->getHtmlCode(), $isPreview );
		if ( $html !== '' ) {
			$output = $parser->getOutput();
			$output->addHeadItem( $this->widget->head(), self::HEAD );
			array_map( [ $output, 'addExtraCSPDefaultSrc' ], $this->widget->asked() );
		}
		return ( $isPreview ? $this->remarks( $written ) : '' ) . $html;
	}

	/** [12] A note on previews, for authors. */
	private function remarks( array $written ): string {
		$remarks = [];
		if ( !$this->widget->isReady() ) {
			$remarks[] = wfMessage( 'cliquezsignalez-author-not-ready' )->escaped();
		}
		$refused = $this->widget->rules()->refused( $written );
		if ( $refused ) {
			$remarks[] = wfMessage( 'cliquezsignalez-author-refused' )
				->plaintextParams( implode( ', ', $refused ) )->escaped();
		}
		return $remarks ? '<strong>' . implode( ' ', $remarks ) . '</strong> ' : '';
	}

	/** @inheritDoc */
	public function onSkinAfterContent( &$data, $skin ) {
		$data .= $this->onEveryPage( $skin );
	}

	/** @inheritDoc */
	public function onBeforePageDisplay( $out, $skin ): void {
		if ( $this->onEveryPage( $skin ) !== '' ) {
			$out->addHeadItem( self::HEAD, $this->widget->head() );
			array_map( [ $out->getCSP(), 'addDefaultSrc' ], $this->widget->asked() );
		}
	}

	/** The button that a setting puts on every page. */
	private function onEveryPage( \Skin $skin ): string {
		$placement = $this->widget->settings()['placement'] ?? '';
		$isEnd = $placement === Widget::END;
		if ( $placement === '' || !$this->isRead( $skin, $isEnd ) ) {
			return '';
		}
		$written = $isEnd ? [ 'variant' => 'bar' ] : [ 'variant' => 'floating', 'placement' => $placement ];
		return $this->widget->html( $written, $skin->getLanguage()->getHtmlCode() );
	}

	private function isRead( \Skin $skin, bool $asArticle ): bool {
		$title = $skin->getTitle();
		if ( $title && $title->isSpecialPage() ) {
			return !$asArticle && array_filter( self::READING, [ $title, 'isSpecial' ] ) !== [];
		}
		return $skin->getActionName() === 'view' && ( !$asArticle || $skin->getOutput()->isArticle() );
	}
}
