<?php
// Les mots de la page de réglages.

use dokuwiki\plugin\cliquezsignalez\Widget;

$lang['endpoint'] = 'Adresse qui reçoit les signalements (https). <strong>Avant d’intégrer :</strong> le service de '
    . 'signalement doit accepter de recevoir les vôtres et vous donne cette adresse. Sans elle, rien n’apparaît. '
    . 'Si elle est sur ce serveur : coupez pour elle le journal d’accès, qui note qui signale et quand.';
$lang['hotline'] = 'Nom du service de signalement, tel que les visiteurs le lisent';
$lang['hotlineurl'] = 'Adresse du formulaire du service : le lien des visiteurs sans JavaScript';
$lang['privacyurl'] = 'Adresse de sa notice sur les données personnelles';
$lang['country'] = 'Pays des visiteurs en deux lettres, comme FR : il décide des numéros d’aide';
$lang['language'] = 'Langue du bouton et du formulaire';
$lang['language_o_'] = 'celle du wiki';
$lang['languages'] = 'Langues au choix. Pour chaque langue cochée autre que le français et l’anglais, les pages chargent '
    . 'un fichier de quelques kilo-octets. À partir de deux langues, la personne qui signale peut changer de langue dans '
    . 'le formulaire. '
    . 'Une ébauche n’a pas encore été relue par quelqu’un dont c’est la langue : faites-la relire avant de vous en servir.';
$lang += Widget::languageWords('ébauche');
$lang['placement'] = 'Sur toutes les pages';
$lang['placement_o_none'] = 'rien : seulement là où un auteur écrit <cliquez-signalez>';
$lang['placement_o_end'] = 'un bandeau à la fin de la page';
$lang['placement_o_bottom-end'] = 'un bouton flottant, en bas à droite';
$lang['placement_o_bottom-start'] = 'un bouton flottant, en bas à gauche';
$lang['placement_o_middle-end'] = 'un bouton flottant, au milieu à droite';
$lang['placement_o_middle-start'] = 'un bouton flottant, au milieu à gauche';
$lang['theme'] = 'Apparence. Vos couleurs : <code>cliquez-signalez { --cs-accent: #0b5cff }</code> dans conf/userstyle.css';
$lang['size'] = 'Taille du bouton';
$lang['size_o_s'] = 'petite';
$lang['size_o_m'] = 'moyenne';
$lang['size_o_l'] = 'grande';
$lang['partner'] = 'Votre identifiant public auprès du service, s’il vous en a donné un';
$lang['publickey'] = 'Clé publique du service, s’il reçoit des signalements scellés';
$lang['challenge'] = 'Adresse de la preuve de travail, si le service en demande une';
$lang['followup'] = 'Adresse de suivi, si le service en donne une : on peut alors demander où en est un signalement, avec un code';
