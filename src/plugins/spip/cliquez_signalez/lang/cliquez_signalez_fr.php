<?php
// Les mots de l’extension : page de réglages, aperçus.

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'titre' => 'Cliquez, Signalez !',
	'avant' => 'Avant d’intégrer : le service de signalement doit accepter de recevoir vos signalements et vous donne cette adresse. Tant que cette adresse ou celle du formulaire du service manque, les visiteurs ne voient rien.',
	'outil' => 'Bouton « Cliquez, Signalez ! »',
	'rien_enregistre' => 'Rien n’est enregistré : une valeur au moins ne peut pas convenir.',
	'pas_encore' => 'Le bouton « Cliquez, Signalez ! » n’apparaît pas encore : l’administrateur n’a pas indiqué l’adresse qui reçoit les signalements et le formulaire du service.',
	'attributs_refuses' => '« Cliquez, Signalez ! » ne tient pas compte de : @noms@.',
	'champ_endpoint' => 'Adresse qui reçoit les signalements',
	'aide_endpoint' => 'Le service vous la donne. Si elle est sur ce serveur : coupez pour elle le journal d’accès, qui note qui signale et quand.',
	'champ_hotline' => 'Nom du service de signalement',
	'aide_hotline' => 'Tel que les visiteurs le lisent.',
	'champ_hotline_url' => 'Adresse du formulaire du service',
	'aide_hotline_url' => 'C’est le lien des visiteurs sans JavaScript et des flux.',
	'champ_privacy_url' => 'Adresse de sa notice sur les données personnelles',
	'champ_country' => 'Pays des visiteurs',
	'aide_country' => 'En deux lettres, comme FR : il décide des numéros d’aide. Sans pays, seul le 112 apparaît.',
	'champ_language' => 'Langue du bouton et du formulaire',
	'language_du_site' => 'celle de la page',
	'champ_languages' => 'Langues au choix',
	'aide_languages' => 'Pour chaque langue cochée autre que le français et l’anglais, les pages chargent un fichier de quelques kilo-octets. À partir de deux langues, la personne qui signale peut changer de langue dans le formulaire. Une ébauche n’a pas encore été relue par quelqu’un dont c’est la langue : faites-la relire avant de vous en servir.',
	'ebauche' => 'ébauche',
	'champ_placement' => 'Sur toutes les pages',
	'placement_aucun' => 'rien : seulement là où un auteur ou un squelette place le bouton',
	'placement_bottom_end' => 'un bouton flottant, en bas à droite',
	'placement_bottom_start' => 'un bouton flottant, en bas à gauche',
	'placement_middle_end' => 'un bouton flottant, au milieu à droite',
	'placement_middle_start' => 'un bouton flottant, au milieu à gauche',
	'champ_theme' => 'Apparence',
	'aide_theme' => 'Vos couleurs s’écrivent dans votre feuille de style : <code>cliquez-signalez { --cs-accent: #0b5cff }</code>.',
	'champ_size' => 'Taille du bouton',
	'size_s' => 'petite',
	'size_m' => 'moyenne',
	'size_l' => 'grande',
	'champ_partner' => 'Votre identifiant public auprès du service',
	'aide_partner' => 'S’il vous en a donné un.',
	'champ_public_key' => 'Clé publique du service',
	'aide_public_key' => 'S’il reçoit des signalements scellés.',
	'champ_challenge' => 'Adresse de la preuve de travail',
	'aide_challenge' => 'Si le service en demande une.',
	'champ_follow_up' => 'Adresse de suivi',
	'aide_follow_up' => 'Si le service en donne une : on peut alors demander où en est un signalement, avec un code.',
];
