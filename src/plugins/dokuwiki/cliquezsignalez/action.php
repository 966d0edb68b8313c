<?php
// The widget on every page, its link in feeds, and a button of the editor's toolbar.

use dokuwiki\Extension\ActionPlugin;
use dokuwiki\Extension\Event;
use dokuwiki\Extension\EventHandler;
use dokuwiki\plugin\cliquezsignalez\Widget;

class action_plugin_cliquezsignalez extends ActionPlugin
{
    /** Actions of readers, who may see reportable content; not of writing, signing in or administering. */
    protected const READING = ['show', 'search', 'recent', 'index', 'revisions', 'diff', 'backlink', 'media'];

    /** @inheritdoc */
    public function register(EventHandler $controller)
    {
        $controller->register_hook('TPL_CONTENT_DISPLAY', 'BEFORE', $this, 'place');
        $controller->register_hook('FEED_ITEM_ADD', 'BEFORE', $this, 'leaveLink');
        $controller->register_hook('TOOLBAR_DEFINE', 'AFTER', $this, 'addTool');
    }

    /** Puts the widget after the content, which is not cached. */
    public function place(Event $event)
    {
        global $ACT;
        $placement = $this->getConf('placement');
        $widget = new Widget($this);
        if ($placement === 'end') {
            if ($ACT === 'show') $event->data .= $widget->html(['variant' => 'bar']);
        } elseif ($placement !== 'none' && in_array($ACT, self::READING, true)) {
            $event->data .= $widget->html(['variant' => 'floating', 'placement' => $placement]);
        }
    }

    /** [12] A feed with whole pages has no scripts: the link alone stays. */
    public function leaveLink(Event $event)
    {
        $item = $event->data['item'];
        $widget = '~<cliquez-signalez\b[^>]*>(.*?)</cliquez-signalez>(?:<script type="module"[^>]*></script>)*~s';
        $item->description = preg_replace($widget, '$1', $item->description);
    }

    public function addTool(Event $event)
    {
        $event->data[] = [
            'type' => 'insert',
            'title' => $this->getLang('tool'),
            'icon' => '../../plugins/cliquezsignalez/icon.svg',
            'insert' => '<cliquez-signalez>',
            'block' => false,
        ];
    }
}
