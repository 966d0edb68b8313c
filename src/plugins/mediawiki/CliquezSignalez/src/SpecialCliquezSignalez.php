<?php
// Special:CliquezSignalez, for administrators: what is set in LocalSettings.php, and what of it cannot work. [2]

namespace MediaWiki\Extension\CliquezSignalez;

use MediaWiki\Html\Html;
use MediaWiki\SpecialPage\SpecialPage;

class SpecialCliquezSignalez extends SpecialPage {
	public function __construct() {
		parent::__construct( 'CliquezSignalez', 'cliquezsignalez' );
	}

	/** @inheritDoc */
	public function execute( $subPage ) {
		parent::execute( $subPage );
		$widget = new Widget( $this->getConfig() );
		foreach ( [ 'before', 'where', $widget->isReady() ? 'ready' : 'not-ready' ] as $sentence ) {
			$this->getOutput()->addHTML( Html::element( 'p', [], $this->words( $sentence ) ) );
		}
		$this->getOutput()->addHTML( $this->table( $widget ) );
	}

	/** A row for each setting. */
	private function table( Widget $widget ): string {
		$problems = $widget->problems();
		$rows = $this->row( 'th', $this->words( 'setting' ), $this->words( 'value' ), $this->words( 'remark' ) );
		foreach ( $widget->written() as $attribute => $value ) {
			$problem = $problems[$attribute] ?? '';
			$rows .= $this->row(
				'td',
				'$wgCliquezSignalez' . Widget::SETTINGS[$attribute],
				$value === '' ? $this->words( 'not-set' ) : $value,
				$problem === '' ? '' : $widget->rules()->sentence( $problem, $this->getLanguage()->getHtmlCode() )
			);
		}
		return Html::rawElement( 'table', [ 'class' => 'wikitable' ], $rows );
	}

	private function row( string $cell, string ...$texts ): string {
		$cells = array_map( static fn ( $text ) => Html::element( $cell, [], $text ), $texts );
		return Html::rawElement( 'tr', [], implode( '', $cells ) );
	}

	private function words( string $key ): string {
		return $this->msg( "cliquezsignalez-$key" )->text();
	}

	/** @inheritDoc */
	protected function getGroupName() {
		return 'wiki';
	}
}
