<?php
// Les mots du module : pages, éditeur, refus.

$lang['tool'] = 'Bouton « Cliquez, Signalez ! »';
$lang['not_ready'] = 'Le bouton « Cliquez, Signalez ! » n’apparaît pas encore : l’administrateur n’a pas indiqué '
    . 'l’adresse qui reçoit les signalements et le formulaire du service.';
$lang['refused_attributes'] = '« Cliquez, Signalez ! » ne tient pas compte de : %s.';

$lang['refused_endpoint'] = 'L’adresse qui reçoit les signalements commence par https:// et ne contient ni nom '
    . 'd’utilisateur ni mot de passe. L’ancienne valeur est conservée.';
$lang['refused_hotlineurl'] = 'L’adresse du formulaire du service commence par https:// ou http://. '
    . 'L’ancienne valeur est conservée.';
$lang['refused_privacyurl'] = 'L’adresse de la notice commence par https:// ou http://. '
    . 'L’ancienne valeur est conservée.';
$lang['refused_country'] = 'Le pays s’écrit en deux majuscules, comme FR. L’ancienne valeur est conservée.';
$lang['refused_partner'] = 'L’identifiant de partenaire compte de 2 à 64 caractères parmi a-z, 0-9, point, tiret et tiret bas, et '
    . 'commence par une lettre ou un chiffre. L’ancienne valeur est conservée.';
$lang['refused_publickey'] = 'La clé publique compte 87 caractères et commence par B, telle que le service l’a donnée. '
    . 'L’ancienne valeur est conservée.';
$lang['refused_challenge'] = 'L’adresse de la preuve de travail commence par https://. '
    . 'L’ancienne valeur est conservée.';
$lang['refused_followup'] = 'L’adresse de suivi commence par https:// et ne contient ni nom d’utilisateur ni mot de passe. '
    . 'L’ancienne valeur est conservée.';
