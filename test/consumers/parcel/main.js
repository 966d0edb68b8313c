import 'cliquez-signalez/define';
