<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Address</name>
    <message>
        <source>%1 (used)</source>
        <translation>%1 (utilisée)</translation>
    </message>
    <message>
        <source>Leads to %1.</source>
        <translation>Mène à %1.</translation>
    </message>
</context>
<context>
    <name>AlgorithmList</name>
    <message>
        <source>OpenSSL refuses the whole list because of it.</source>
        <translation>OpenSSL refuse toute la liste à cause de cela.</translation>
    </message>
    <message>
        <source>OpenSSL passes over it.</source>
        <translation>OpenSSL n’en tient pas compte.</translation>
    </message>
    <message>
        <source>Perhaps %1 is meant.</source>
        <translation>Peut-être s’agit-il de %1.</translation>
    </message>
    <message>
        <source>“%1” adds nothing: all of it is in the list already.</source>
        <translation>«&#xa0;%1&#xa0;» n’ajoute rien&#xa0;: tout cela est déjà dans la liste.</translation>
    </message>
    <message>
        <source>“%1” is in the list already, perhaps under another name, and OpenSSL refuses such a list. Take one of them out.</source>
        <translation>«&#xa0;%1&#xa0;» est déjà dans la liste, peut-être sous un autre nom, et OpenSSL refuse une telle liste. Retirez l’un des deux.</translation>
    </message>
    <message>
        <source>No suite of TLS 1.3 that this OpenSSL has is in the list. Add one, or leave the list empty for Sealport&apos;s own.</source>
        <translation>La liste ne contient aucune suite de TLS 1.3 dont cet OpenSSL dispose. Ajoutez-en une, ou laissez la liste vide pour celle de Sealport.</translation>
    </message>
    <message>
        <source>The list selects no cipher suite. Add one, or leave the list empty for Sealport&apos;s own.</source>
        <translation>La liste ne sélectionne aucune suite de chiffrement. Ajoutez-en une, ou laissez la liste vide pour celle de Sealport.</translation>
    </message>
    <message>
        <source>The list selects no cipher suite: it only takes away or commands. Begin it with what it shall take away from: %1</source>
        <translation>La liste ne sélectionne aucune suite de chiffrement&#xa0;: elle ne fait que retirer ou commander. Commencez-la par ce dont elle doit retirer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Security level %1 leaves no cipher suite of the list for %2: nobody can connect with it. Lower the level, or add stronger suites.</source>
        <translation>Le niveau de sécurité %1 ne laisse aucune suite de chiffrement de la liste pour %2&#xa0;: personne ne peut se connecter ainsi. Abaissez le niveau, ou ajoutez des suites plus fortes.</translation>
    </message>
    <message>
        <source>Security level %1 leaves nothing of the list for %2: the server would refuse all clients that offer it. Lower the level, or add what is stronger.</source>
        <translation>Le niveau de sécurité %1 ne laisse rien de la liste pour %2&#xa0;: le serveur refuserait tous les clients qui le proposent. Abaissez le niveau, ou ajoutez quelque chose de plus fort.</translation>
    </message>
    <message>
        <source>The list has no cipher suite for %1: nobody can connect with it. Add one, or leave %1 out.</source>
        <translation>La liste n’a aucune suite de chiffrement pour %1&#xa0;: personne ne peut se connecter ainsi. Ajoutez-en une, ou retirez %1.</translation>
    </message>
    <message>
        <source>The list has no group of %1: the server would refuse all clients that offer %1. Add one (X25519, P-256), or leave %1 out.</source>
        <translation>La liste n’a aucun groupe de %1&#xa0;: le serveur refuserait tous les clients qui proposent %1. Ajoutez-en un (X25519, P-256), ou retirez %1.</translation>
    </message>
    <message>
        <source>The list has no signature algorithm of %1: the server would refuse all clients that offer %1. Add one (rsa_pss_rsae_sha256, ecdsa_secp256r1_sha256), or leave %1 out.</source>
        <translation>La liste n’a aucun algorithme de signature de %1&#xa0;: le serveur refuserait tous les clients qui proposent %1. Ajoutez-en un (rsa_pss_rsae_sha256, ecdsa_secp256r1_sha256), ou retirez %1.</translation>
    </message>
    <message>
        <source>A colon has no name before or after it, and OpenSSL refuses such a list. Take the colon out.</source>
        <translation>Un deux-points n’a pas de nom avant ou après lui, et OpenSSL refuse une telle liste. Retirez ce deux-points.</translation>
    </message>
    <message>
        <source>“%1” lacks a name, and OpenSSL refuses such a list. Complete it, or take it out.</source>
        <translation>Il manque un nom à «&#xa0;%1&#xa0;», et OpenSSL refuse une telle liste. Complétez-le, ou retirez-le.</translation>
    </message>
    <message>
        <source>The list has more than %1 characters. Shorten it.</source>
        <translation>La liste a plus de %1 caractères. Raccourcissez-la.</translation>
    </message>
    <message>
        <source>“%1” has no place in this list. Take it out.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas sa place dans cette liste. Retirez-le.</translation>
    </message>
    <message>
        <source>In this list colons stand between the names: %1</source>
        <translation>Dans cette liste, les noms sont séparés par des deux-points&#xa0;: %1</translation>
    </message>
    <message>
        <source>“%1” is no command: there are @STRENGTH and @SECLEVEL=0 to @SECLEVEL=5. OpenSSL refuses the whole list because of it.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une commande&#xa0;: il y a @STRENGTH et @SECLEVEL=0 à @SECLEVEL=5. OpenSSL refuse toute la liste à cause de cela.</translation>
    </message>
    <message>
        <source>“%1” is unknown here. %2</source>
        <translation>«&#xa0;%1&#xa0;» est inconnu ici. %2</translation>
    </message>
    <message>
        <source>OpenSSL knows “%1” only as %2. %3</source>
        <translation>OpenSSL ne connaît «&#xa0;%1&#xa0;» que sous le nom %2. %3</translation>
    </message>
    <message>
        <source>“%1” is a suite of TLS 1.3 and has a list of its own. %2</source>
        <translation>«&#xa0;%1&#xa0;» est une suite de TLS 1.3, qui a sa propre liste. %2</translation>
    </message>
    <message>
        <source>“%1” is a suite of TLS 1.2 or older. Move it to the list for these; it is called %2 there.</source>
        <translation>«&#xa0;%1&#xa0;» est une suite de TLS 1.2 ou antérieur. Déplacez-la dans la liste de celles-ci&#xa0;; elle s’y appelle %2.</translation>
    </message>
    <message>
        <source>This OpenSSL has nothing for “%1”. %2</source>
        <translation>Cet OpenSSL n’a rien pour «&#xa0;%1&#xa0;». %2</translation>
    </message>
    <message>
        <source>No cipher suite is all of “%1” at once. %2</source>
        <translation>Aucune suite de chiffrement n’est à la fois tout ce que dit «&#xa0;%1&#xa0;». %2</translation>
    </message>
    <message>
        <source>“%1” counts at the very beginning alone. %2</source>
        <translation>«&#xa0;%1&#xa0;» ne compte qu’au tout début. %2</translation>
    </message>
    <message>
        <source>“%1” would decide the groups and signature algorithms too, whatever their lists say. Write %2 instead.</source>
        <translation>«&#xa0;%1&#xa0;» déciderait aussi des groupes et des algorithmes de signature, quoi que disent leurs listes. Écrivez plutôt %2.</translation>
    </message>
    <message>
        <source>“%1” stands for suites with a shared secret (PSK, SRP). A server that has only a certificate cannot use them.</source>
        <translation>«&#xa0;%1&#xa0;» désigne des suites à secret partagé (PSK, SRP). Un serveur qui n’a qu’un certificat ne peut pas les utiliser.</translation>
    </message>
    <message>
        <source>“%1” adds nothing: what stands before it has excluded all of it for good.</source>
        <translation>«&#xa0;%1&#xa0;» n’ajoute rien&#xa0;: ce qui précède a tout exclu définitivement.</translation>
    </message>
    <message>
        <source>Security level %2 forbids “%1”: no client gets it.</source>
        <translation>Le niveau de sécurité %2 interdit «&#xa0;%1&#xa0;»&#xa0;: aucun client ne l’obtient.</translation>
    </message>
    <message>
        <source>OpenSSL refuses this list and does not say why. Take out one name after the other to find the one that it means.</source>
        <translation>OpenSSL refuse cette liste sans dire pourquoi. Retirez les noms l’un après l’autre pour trouver celui qui est en cause.</translation>
    </message>
    <message>
        <source>It does not encrypt: everybody on the way can read along.</source>
        <translation>Elle ne chiffre pas&#xa0;: tout le monde en chemin peut lire.</translation>
    </message>
    <message>
        <source>It uses no certificate: everybody on the way can pretend to be the server.</source>
        <translation>Elle n’utilise pas de certificat&#xa0;: n’importe qui en chemin peut se faire passer pour le serveur.</translation>
    </message>
    <message>
        <source>Its cipher is broken (RFC 7465).</source>
        <translation>Son chiffrement est cassé (RFC 7465).</translation>
    </message>
    <message>
        <source>Its key is short enough to be guessed.</source>
        <translation>Sa clé est assez courte pour être trouvée.</translation>
    </message>
    <message>
        <source>Its blocks of 64 bits give away contents after some gigabytes (Sweet32).</source>
        <translation>Ses blocs de 64 bits trahissent des contenus après quelques gigaoctets (Sweet32).</translation>
    </message>
    <message>
        <source>It protects records with 64 bits instead of 128 against being changed.</source>
        <translation>Elle protège les enregistrements contre les modifications par 64 bits au lieu de 128.</translation>
    </message>
    <message>
        <source>It protects records with MD5 against being changed.</source>
        <translation>Elle protège les enregistrements contre les modifications par MD5.</translation>
    </message>
</context>
<context>
    <name>AlgorithmRow</name>
    <message>
        <source>It has fewer than 112 bits of security.</source>
        <translation>Il offre moins de 112 bits de sécurité.</translation>
    </message>
    <message>
        <source>For no protocol that is ticked.</source>
        <translation>Pour aucun des protocoles cochés.</translation>
    </message>
    <message>
        <source>Security level %1 forbids it.</source>
        <translation>Le niveau de sécurité %1 l’interdit.</translation>
    </message>
    <message>
        <source>forward secret</source>
        <translation>confidentialité persistante</translation>
    </message>
    <message>
        <source>shared secret</source>
        <translation>secret partagé</translation>
    </message>
    <message>
        <source>SHA-1 is broken.</source>
        <translation>SHA-1 est cassé.</translation>
    </message>
    <message>
        <source>%1 key</source>
        <translation>clé %1</translation>
    </message>
</context>
<context>
    <name>Applications</name>
    <message>
        <source>%1 has the certificate %2 now.</source>
        <translation>%1 a désormais le certificat %2.</translation>
    </message>
    <message>
        <source>%1 has the certificate %2 now, but its servers go on with %3, which has a key of the same kind and comes first. Unassign that one to change over.</source>
        <translation>%1 a désormais le certificat %2, mais ses serveurs continuent avec %3, dont la clé est de même nature et qui vient en premier. Reprenez celui-ci pour changer.</translation>
    </message>
    <message>
        <source>%1 has the certificate %2 now; servers that name it follow.</source>
        <translation>%1 a désormais le certificat %2&#xa0;; les serveurs concernés suivent.</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>Character %1 is &apos;%2&apos;, which is no hexadecimal digit. Write two digits for each octet, 0 to 9 and a to f, as in 0d 0a.</source>
        <translation>Le caractère %1 est «&#xa0;%2&#xa0;», qui n’est pas un chiffre hexadécimal. Écrivez deux chiffres par octet, de 0 à 9 et de a à f, comme dans 0d 0a.</translation>
    </message>
    <message>
        <source>Character %1, &apos;%2&apos;, stands alone. Write two digits for each octet: 0%2 instead of %2, perhaps.</source>
        <translation>Le caractère %1, «&#xa0;%2&#xa0;», est seul. Écrivez deux chiffres par octet&#xa0;: 0%2 au lieu de %2, peut-être.</translation>
    </message>
</context>
<context>
    <name>CertificateCells</name>
    <message>
        <source>expired %1</source>
        <translation>expiré %1</translation>
    </message>
    <message>
        <source>valid %1</source>
        <translation>valide %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Alternative names</source>
        <translation>Noms alternatifs</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expire</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>Type de clé</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Numéro de série</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>%1, could not be read</source>
        <translation>%1, illisible</translation>
    </message>
    <message>
        <source>has a private key</source>
        <translation>a une clé privée</translation>
    </message>
    <message>
        <source>no private key</source>
        <translation>pas de clé privée</translation>
    </message>
    <message>
        <source>expires soon: %1</source>
        <translation>expire bientôt&#xa0;: %1</translation>
    </message>
    <message>
        <source>The private key is here: a server can use this certificate.</source>
        <translation>La clé privée est ici&#xa0;: un serveur peut utiliser ce certificat.</translation>
    </message>
    <message>
        <source>No private key: a server cannot use this certificate.</source>
        <translation>Pas de clé privée&#xa0;: un serveur ne peut pas utiliser ce certificat.</translation>
    </message>
    <message>
        <source>Valid from %1
until %2</source>
        <translation>Valide du %1
au %2</translation>
    </message>
    <message>
        <source>Certificate request</source>
        <translation>Demande de certificat</translation>
    </message>
    <message numerus="yes">
        <source>Revocation list, %n certificate(s)</source>
        <translation>
            <numerusform>Liste de révocation, %n certificat</numerusform>
            <numerusform>Liste de révocation, %n certificats</numerusform>
        </translation>
    </message>
    <message>
        <source>other</source>
        <translation>autre</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>Usages</translation>
    </message>
    <message>
        <source>has a private key, locked with a pass phrase</source>
        <translation>a une clé privée, verrouillée par une phrase secrète</translation>
    </message>
    <message>
        <source>The private key is here, locked: a server that uses this certificate asks for the pass phrase at its start.</source>
        <translation>La clé privée est ici, verrouillée&#xa0;: un serveur qui utilise ce certificat demande la phrase secrète à son démarrage.</translation>
    </message>
    <message>
        <source>Revocation list</source>
        <translation>Liste de révocation</translation>
    </message>
    <message>
        <source>on hold; %1</source>
        <comment>expiry</comment>
        <translation>suspendu&#xa0;; %1</translation>
    </message>
    <message>
        <source>revoked; %1</source>
        <comment>expiry</comment>
        <translation>révoqué&#xa0;; %1</translation>
    </message>
    <message>
        <source>A list of its issuer has it on hold: until that ends, it is not to be trusted.</source>
        <translation>Une liste de son émetteur l’a suspendu&#xa0;: tant que cela dure, il ne faut pas lui faire confiance.</translation>
    </message>
    <message>
        <source>A list of its issuer has revoked it: it is not to be trusted any more.</source>
        <translation>Une liste de son émetteur l’a révoqué&#xa0;: il ne faut plus lui faire confiance.</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>révoqué</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>suspendu</translation>
    </message>
    <message>
        <source>A private key that a pass phrase protects stands beside it.</source>
        <translation>Une clé privée protégée par une phrase secrète se trouve à côté.</translation>
    </message>
    <message>
        <source>Its private key is here.</source>
        <translation>Sa clé privée est ici.</translation>
    </message>
</context>
<context>
    <name>CertificateDetails</name>
    <message>
        <source>Subject key identifier</source>
        <translation>Identifiant de la clé du sujet</translation>
    </message>
    <message>
        <source>Authority key identifier</source>
        <translation>Identifiant de la clé de l’autorité</translation>
    </message>
    <message>
        <source>Key usage</source>
        <translation>Usage de la clé</translation>
    </message>
    <message>
        <source>Extended key usage</source>
        <translation>Usage étendu de la clé</translation>
    </message>
    <message>
        <source>Basic constraints</source>
        <translation>Contraintes de base</translation>
    </message>
    <message>
        <source>Subject alternative names</source>
        <translation>Autres noms du sujet</translation>
    </message>
    <message>
        <source>Issuer alternative names</source>
        <translation>Autres noms de l’émetteur</translation>
    </message>
    <message>
        <source>Name constraints</source>
        <translation>Contraintes de nom</translation>
    </message>
    <message>
        <source>Certificate policies</source>
        <translation>Politiques de certification</translation>
    </message>
    <message>
        <source>Policy mappings</source>
        <translation>Correspondance de politiques</translation>
    </message>
    <message>
        <source>Policy constraints</source>
        <translation>Contraintes de politique</translation>
    </message>
    <message>
        <source>Inhibit any policy</source>
        <translation>Interdiction de «&#xa0;toute politique&#xa0;»</translation>
    </message>
    <message>
        <source>Revocation lists (CRL distribution points)</source>
        <translation>Listes de révocation (points de distribution des CRL)</translation>
    </message>
    <message>
        <source>Delta revocation lists (freshest CRL)</source>
        <translation>Listes de révocation partielles (freshest CRL)</translation>
    </message>
    <message>
        <source>Authority information access</source>
        <translation>Accès aux informations de l’autorité</translation>
    </message>
    <message>
        <source>Subject information access</source>
        <translation>Accès aux informations du sujet</translation>
    </message>
    <message>
        <source>Certificate Transparency (signed timestamps)</source>
        <translation>Certificate Transparency (horodatages signés)</translation>
    </message>
    <message>
        <source>Certificate Transparency (precertificate)</source>
        <translation>Certificate Transparency (précertificat)</translation>
    </message>
    <message>
        <source>TLS features</source>
        <translation>Fonctions TLS</translation>
    </message>
    <message>
        <source>OCSP: no revocation check of this certificate</source>
        <translation>OCSP&#xa0;: ce certificat ne se vérifie pas par révocation</translation>
    </message>
    <message>
        <source>Qualified certificate statements</source>
        <translation>Déclarations de certificat qualifié</translation>
    </message>
    <message>
        <source>Microsoft template name</source>
        <translation>Nom de modèle Microsoft</translation>
    </message>
    <message>
        <source>Microsoft CA version</source>
        <translation>Version d’autorité Microsoft</translation>
    </message>
    <message>
        <source>Microsoft certificate template</source>
        <translation>Modèle de certificat Microsoft</translation>
    </message>
    <message>
        <source>Microsoft application policies</source>
        <translation>Politiques d’application Microsoft</translation>
    </message>
    <message>
        <source>Netscape certificate type</source>
        <translation>Type de certificat Netscape</translation>
    </message>
    <message>
        <source>Netscape comment</source>
        <translation>Commentaire Netscape</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Numéro de série</translation>
    </message>
    <message>
        <source>Signature algorithm</source>
        <translation>Algorithme de signature</translation>
    </message>
    <message>
        <source>Signature algorithm outside (differs)</source>
        <translation>Algorithme de signature à l’extérieur (différent)</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hachage</translation>
    </message>
    <message>
        <source>Mask generation</source>
        <translation>Génération du masque</translation>
    </message>
    <message>
        <source>Length of the salt in bytes</source>
        <translation>Longueur du sel en octets</translation>
    </message>
    <message>
        <source>Trailer field</source>
        <translation>Champ de fin</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Valable à partir du</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Clé publique</translation>
    </message>
    <message>
        <source>Size in bits</source>
        <translation>Taille en bits</translation>
    </message>
    <message>
        <source>Modulus</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation>Exposant</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Courbe</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Public-key pin</source>
        <translation>Épinglage de la clé publique</translation>
    </message>
    <message>
        <source>SHA-1 thumbprint</source>
        <translation>Empreinte SHA-1</translation>
    </message>
    <message>
        <source>SHA-256 thumbprint</source>
        <translation>Empreinte SHA-256</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Key identifier</source>
        <translation>Identifiant de clé</translation>
    </message>
    <message>
        <source>Issuer&apos;s name</source>
        <translation>Nom de l’émetteur</translation>
    </message>
    <message>
        <source>Serial number of the issuer&apos;s certificate</source>
        <translation>Numéro de série du certificat de l’émetteur</translation>
    </message>
    <message>
        <source>The key may be used for</source>
        <translation>La clé peut servir à</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>Is a certificate authority</source>
        <translation>Est une autorité de certification</translation>
    </message>
    <message>
        <source>Authorities allowed below it</source>
        <translation>Autorités permises au-dessous</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Permitted</source>
        <translation>Permis</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Exclu</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politique</translation>
    </message>
    <message>
        <source>Practice statement (CPS)</source>
        <translation>Déclaration des pratiques (CPS)</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Notice of</source>
        <translation>Avis de</translation>
    </message>
    <message>
        <source>Qualifier</source>
        <translation>Qualificatif</translation>
    </message>
    <message>
        <source>Equal policies</source>
        <translation>Politiques égales</translation>
    </message>
    <message>
        <source>Certificates before a policy is required</source>
        <translation>Certificats avant qu’une politique soit exigée</translation>
    </message>
    <message>
        <source>Certificates before mapping is forbidden</source>
        <translation>Certificats avant que la correspondance soit interdite</translation>
    </message>
    <message>
        <source>Certificates before “any policy” is forbidden</source>
        <translation>Certificats avant que «&#xa0;toute politique&#xa0;» soit interdite</translation>
    </message>
    <message>
        <source>Revocation list</source>
        <translation>Liste de révocation</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>For these reasons alone</source>
        <translation>Pour ces seules raisons</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Émise par</translation>
    </message>
    <message>
        <source>Entry in a log</source>
        <translation>Inscription dans un journal</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Inscrit le</translation>
    </message>
    <message>
        <source>Required of the server</source>
        <translation>Exigé du serveur</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Kind of certificate</source>
        <translation>Genre de certificat</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Major version</source>
        <translation>Version majeure</translation>
    </message>
    <message>
        <source>Minor version</source>
        <translation>Version mineure</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Cannot be decoded; its octets</source>
        <translation>Indéchiffrable&#xa0;; ses octets</translation>
    </message>
    <message>
        <source>Left out here</source>
        <translation>Omis ici</translation>
    </message>
    <message>
        <source>yes; it has no content of its own</source>
        <translation>oui&#xa0;; elle n’a pas de contenu propre</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>digital signatures (digitalSignature)</source>
        <translation>les signatures numériques (digitalSignature)</translation>
    </message>
    <message>
        <source>commitments to content (nonRepudiation)</source>
        <translation>les engagements sur un contenu (nonRepudiation)</translation>
    </message>
    <message>
        <source>encryption of keys (keyEncipherment)</source>
        <translation>le chiffrement de clés (keyEncipherment)</translation>
    </message>
    <message>
        <source>encryption of data (dataEncipherment)</source>
        <translation>le chiffrement de données (dataEncipherment)</translation>
    </message>
    <message>
        <source>key agreement (keyAgreement)</source>
        <translation>l’accord de clés (keyAgreement)</translation>
    </message>
    <message>
        <source>signing certificates (keyCertSign)</source>
        <translation>la signature de certificats (keyCertSign)</translation>
    </message>
    <message>
        <source>signing revocation lists (cRLSign)</source>
        <translation>la signature de listes de révocation (cRLSign)</translation>
    </message>
    <message>
        <source>encryption alone in key agreement (encipherOnly)</source>
        <translation>le seul chiffrement dans un accord de clés (encipherOnly)</translation>
    </message>
    <message>
        <source>decryption alone in key agreement (decipherOnly)</source>
        <translation>le seul déchiffrement dans un accord de clés (decipherOnly)</translation>
    </message>
    <message>
        <source>TLS server</source>
        <translation>serveur TLS</translation>
    </message>
    <message>
        <source>TLS client</source>
        <translation>client TLS</translation>
    </message>
    <message>
        <source>signs programs</source>
        <translation>signe des programmes</translation>
    </message>
    <message>
        <source>e-mail (S/MIME)</source>
        <translation>courrier électronique (S/MIME)</translation>
    </message>
    <message>
        <source>time stamps</source>
        <translation>horodatage</translation>
    </message>
    <message>
        <source>signs OCSP answers</source>
        <translation>signe des réponses OCSP</translation>
    </message>
    <message>
        <source>any purpose</source>
        <translation>tout usage</translation>
    </message>
    <message>
        <source>signs certificates</source>
        <translation>signe des certificats</translation>
    </message>
    <message>
        <source>IPsec</source>
        <translation>IPsec</translation>
    </message>
    <message>
        <source>smart card logon</source>
        <translation>ouverture de session par carte à puce</translation>
    </message>
    <message>
        <source>signs documents</source>
        <translation>signe des documents</translation>
    </message>
    <message>
        <source>signs precertificates</source>
        <translation>signe des précertificats</translation>
    </message>
    <message>
        <source>SSL client</source>
        <translation>client SSL</translation>
    </message>
    <message>
        <source>SSL server</source>
        <translation>serveur SSL</translation>
    </message>
    <message>
        <source>S/MIME</source>
        <translation>S/MIME</translation>
    </message>
    <message>
        <source>object signing</source>
        <translation>signature d’objets</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>réservé</translation>
    </message>
    <message>
        <source>SSL authority</source>
        <translation>autorité SSL</translation>
    </message>
    <message>
        <source>S/MIME authority</source>
        <translation>autorité S/MIME</translation>
    </message>
    <message>
        <source>object signing authority</source>
        <translation>autorité de signature d’objets</translation>
    </message>
    <message>
        <source>the key was disclosed</source>
        <translation>la clé a été divulguée</translation>
    </message>
    <message>
        <source>the authority&apos;s key was disclosed</source>
        <translation>la clé de l’autorité a été divulguée</translation>
    </message>
    <message>
        <source>the owner&apos;s affiliation changed</source>
        <translation>l’appartenance du titulaire a changé</translation>
    </message>
    <message>
        <source>replaced by another</source>
        <translation>remplacé par un autre</translation>
    </message>
    <message>
        <source>no longer in operation</source>
        <translation>n’est plus en service</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>suspendu</translation>
    </message>
    <message>
        <source>privilege withdrawn</source>
        <translation>privilège retiré</translation>
    </message>
    <message>
        <source>the attribute authority&apos;s key was disclosed</source>
        <translation>la clé de l’autorité d’attributs a été divulguée</translation>
    </message>
    <message>
        <source>a stapled OCSP answer (must-staple)</source>
        <translation>une réponse OCSP agrafée (must-staple)</translation>
    </message>
    <message>
        <source>stapled OCSP answers for the whole chain</source>
        <translation>des réponses OCSP agrafées pour toute la chaîne</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>The element at byte %1 is longer than what is there.</source>
        <translation>L’élément à l’octet %1 est plus long que ce qui est là.</translation>
    </message>
    <message>
        <source>The tag at byte %1 is longer than any known one.</source>
        <translation>L’étiquette à l’octet %1 est plus longue que toutes celles qui sont connues.</translation>
    </message>
    <message>
        <source>The length at byte %1 is longer than any certificate.</source>
        <translation>La longueur à l’octet %1 dépasse celle de tout certificat.</translation>
    </message>
    <message>
        <source>The element at byte %1 has no length of its own, which DER forbids.</source>
        <translation>L’élément à l’octet %1 n’a pas de longueur propre, ce que DER interdit.</translation>
    </message>
    <message>
        <source>The element at byte %1 is nested too deep to be shown.</source>
        <translation>L’élément à l’octet %1 est imbriqué trop profondément pour être montré.</translation>
    </message>
    <message>
        <source>From byte %1 on there are more elements than are shown.</source>
        <translation>À partir de l’octet %1, il y a plus d’éléments que l’on n’en montre.</translation>
    </message>
    <message>
        <source>Both are the same certificate.</source>
        <translation>Les deux sont le même certificat.</translation>
    </message>
    <message>
        <source>Same subject and key, signed by different issuers.</source>
        <translation>Même sujet et même clé, signés par des émetteurs différents.</translation>
    </message>
    <message>
        <source>Same subject, different keys.</source>
        <translation>Même sujet, clés différentes.</translation>
    </message>
    <message>
        <source>Same key, different subjects.</source>
        <translation>Même clé, sujets différents.</translation>
    </message>
    <message>
        <source>Different subjects and keys.</source>
        <translation>Sujets et clés différents.</translation>
    </message>
    <message>
        <source>Same subject, key and issuer, as after a renewal.</source>
        <translation>Même sujet, même clé et même émetteur, comme après un renouvellement.</translation>
    </message>
    <message>
        <source>Number of the revocation list</source>
        <translation>Numéro de la liste de révocation</translation>
    </message>
    <message>
        <source>Delta revocation list</source>
        <translation>Liste de révocation différentielle</translation>
    </message>
    <message>
        <source>Scope of the revocation list</source>
        <translation>Portée de la liste de révocation</translation>
    </message>
    <message>
        <source>Challenge password</source>
        <translation>Mot de passe de révocation (challenge password)</translation>
    </message>
    <message>
        <source>Unstructured name</source>
        <translation>Nom libre (unstructured name)</translation>
    </message>
    <message>
        <source>Microsoft operating system version</source>
        <translation>Version du système d’exploitation (Microsoft)</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Émise le</translation>
    </message>
    <message>
        <source>Next list by</source>
        <translation>Prochaine liste avant le</translation>
    </message>
    <message>
        <source>Revoked certificates</source>
        <translation>Certificats révoqués</translation>
    </message>
    <message>
        <source>SHA-384 thumbprint</source>
        <translation>Empreinte SHA-384</translation>
    </message>
    <message>
        <source>SHA-512 thumbprint</source>
        <translation>Empreinte SHA-512</translation>
    </message>
    <message>
        <source>MD5 thumbprint</source>
        <translation>Empreinte MD5</translation>
    </message>
    <message>
        <source>Number of the list</source>
        <translation>Numéro de la liste</translation>
    </message>
    <message>
        <source>Adds to the list number</source>
        <translation>Complète la liste numéro</translation>
    </message>
    <message>
        <source>Speaks only of</source>
        <translation>Ne concerne que</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>certificates that are no authorities</source>
        <translation>les certificats qui ne sont pas des autorités</translation>
    </message>
    <message>
        <source>authorities</source>
        <translation>les autorités</translation>
    </message>
    <message>
        <source>attribute certificates</source>
        <translation>les certificats d’attributs</translation>
    </message>
    <message>
        <source>certificates of other issuers (an indirect list)</source>
        <translation>les certificats d’autres émetteurs (liste indirecte)</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>critique</translation>
    </message>
    <message>
        <source>%1 (critical)</source>
        <translation>%1 (critique)</translation>
    </message>
</context>
<context>
    <name>CertificateTemplate</name>
    <message>
        <source>Root CA</source>
        <translation>AC racine</translation>
    </message>
    <message>
        <source>Intermediate CA</source>
        <translation>AC intermédiaire</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Server and client</source>
        <translation>Serveur et client</translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>no name at all</source>
        <translation>aucun nom</translation>
    </message>
    <message>
        <source>“%1” expired on %2.</source>
        <translation>«&#xa0;%1&#xa0;» a expiré le %2.</translation>
    </message>
    <message>
        <source>“%1” becomes valid on %2.</source>
        <translation>«&#xa0;%1&#xa0;» devient valable le %2.</translation>
    </message>
    <message>
        <source>“%1” has a date that cannot be read.</source>
        <translation>«&#xa0;%1&#xa0;» a une date illisible.</translation>
    </message>
    <message>
        <source>“%1” is not among the trusted authorities.</source>
        <translation>«&#xa0;%1&#xa0;» ne fait pas partie des autorités de confiance.</translation>
    </message>
    <message>
        <source>“%1” signed itself: nobody vouches for it.</source>
        <translation>«&#xa0;%1&#xa0;» s’est signé lui-même&#xa0;: personne ne s’en porte garant.</translation>
    </message>
    <message>
        <source>The issuer of “%1” is not here: %2.</source>
        <translation>L’émetteur de «&#xa0;%1&#xa0;» n’est pas ici&#xa0;: %2.</translation>
    </message>
    <message>
        <source>“%1” is no certificate authority, so what it signs is not valid.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une autorité de certification&#xa0;: ce qu’il signe n’est pas valable.</translation>
    </message>
    <message>
        <source>The key of “%1” may not sign certificates (its key usage lacks keyCertSign).</source>
        <translation>La clé de «&#xa0;%1&#xa0;» ne peut pas signer de certificats (keyCertSign manque à l’usage de la clé).</translation>
    </message>
    <message>
        <source>There are more authorities below “%1” or one of its issuers than its path length allows.</source>
        <translation>Il y a plus d’autorités au-dessous de «&#xa0;%1&#xa0;» ou d’un de ses émetteurs que leur longueur de chemin n’en permet.</translation>
    </message>
    <message>
        <source>The names of “%1” are outside the name constraints of one of its issuers.</source>
        <translation>Les noms de «&#xa0;%1&#xa0;» sortent des contraintes de nom d’un de ses émetteurs.</translation>
    </message>
    <message>
        <source>The signature on “%1” was not made by its issuer&apos;s key: it was changed, or the issuer is another one of the same name.</source>
        <translation>La signature de «&#xa0;%1&#xa0;» ne vient pas de la clé de son émetteur&#xa0;: le certificat a été modifié, ou l’émetteur est un autre du même nom.</translation>
    </message>
    <message>
        <source>The signature on “%1” is of a kind that cannot be checked here (%2).</source>
        <translation>La signature de «&#xa0;%1&#xa0;» est d’un genre qui ne se vérifie pas ici (%2).</translation>
    </message>
    <message>
        <source>The key of “%1” is too weak: %2, %3 bits.</source>
        <translation>La clé de «&#xa0;%1&#xa0;» est trop faible&#xa0;: %2, %3 bits.</translation>
    </message>
    <message>
        <source>The signature on “%1” is too weak: %2.</source>
        <translation>La signature de «&#xa0;%1&#xa0;» est trop faible&#xa0;: %2.</translation>
    </message>
    <message>
        <source>“%1” has a critical extension that is not understood here, so it must be refused.</source>
        <translation>«&#xa0;%1&#xa0;» a une extension critique qui n’est pas comprise ici&#xa0;: il faut le refuser.</translation>
    </message>
    <message>
        <source>“%1” has an extension that cannot be read or contradicts another.</source>
        <translation>«&#xa0;%1&#xa0;» a une extension illisible ou qui en contredit une autre.</translation>
    </message>
    <message>
        <source>“%1” is not for %2; it is for: %3.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas pour %2&#xa0;; il est pour&#xa0;: %3.</translation>
    </message>
    <message>
        <source>“%1” was revoked by its issuer.</source>
        <translation>«&#xa0;%1&#xa0;» a été révoqué par son émetteur.</translation>
    </message>
    <message>
        <source>The revocation list for “%1” is of no use: %2.</source>
        <translation>La liste de révocation pour «&#xa0;%1&#xa0;» est inutilisable&#xa0;: %2.</translation>
    </message>
    <message>
        <source>“%1” was refused: %2.</source>
        <translation>«&#xa0;%1&#xa0;» a été refusé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Renew it, or look at another time.</source>
        <translation>Renouvelez-le, ou regardez à un autre moment.</translation>
    </message>
    <message>
        <source>Wait until then, or set the clock right.</source>
        <translation>Attendez jusque-là, ou mettez l’horloge à l’heure.</translation>
    </message>
    <message>
        <source>Have it issued again with right dates.</source>
        <translation>Faites-le réémettre avec des dates justes.</translation>
    </message>
    <message>
        <source>Add it to the trusted ones if you know where it comes from.</source>
        <translation>Ajoutez-le à ceux de confiance si vous savez d’où il vient.</translation>
    </message>
    <message>
        <source>Trust it itself, or have it signed by an authority that clients trust.</source>
        <translation>Accordez-lui confiance à lui-même, ou faites-le signer par une autorité à laquelle les clients font confiance.</translation>
    </message>
    <message>
        <source>Add the intermediate certificates (the chain file), and the root to the trusted ones.</source>
        <translation>Ajoutez les certificats intermédiaires (le fichier de chaîne), et la racine à ceux de confiance.</translation>
    </message>
    <message>
        <source>Sign with an authority (basic constraints CA:TRUE).</source>
        <translation>Signez avec une autorité (contraintes de base CA:TRUE).</translation>
    </message>
    <message>
        <source>Have the authority issued again with keyCertSign.</source>
        <translation>Faites réémettre l’autorité avec keyCertSign.</translation>
    </message>
    <message>
        <source>Issue from an authority higher up, or have the authority issued again with a longer path length.</source>
        <translation>Émettez depuis une autorité plus haute, ou faites réémettre l’autorité avec une longueur de chemin plus grande.</translation>
    </message>
    <message>
        <source>Use names that the authority may sign, or another authority.</source>
        <translation>Prenez des noms que l’autorité peut signer, ou une autre autorité.</translation>
    </message>
    <message>
        <source>Fetch the certificate and its issuer again from where they come from.</source>
        <translation>Reprenez le certificat et son émetteur là d’où ils viennent.</translation>
    </message>
    <message>
        <source>Have it signed with a usual algorithm, such as ECDSA or RSA with SHA-256.</source>
        <translation>Faites-le signer avec un algorithme courant, tel qu’ECDSA ou RSA avec SHA-256.</translation>
    </message>
    <message>
        <source>Make a new key: RSA of 2048 bits or more, or EC P-256.</source>
        <translation>Faites une nouvelle clé&#xa0;: RSA de 2048 bits ou plus, ou EC P-256.</translation>
    </message>
    <message>
        <source>Have it signed again with SHA-256 or better.</source>
        <translation>Faites-le signer de nouveau avec SHA-256 ou mieux.</translation>
    </message>
    <message>
        <source>Have it issued without, or with the extension not critical.</source>
        <translation>Faites-le émettre sans cette extension, ou avec l’extension non critique.</translation>
    </message>
    <message>
        <source>Have it issued again with right extensions.</source>
        <translation>Faites-le réémettre avec des extensions justes.</translation>
    </message>
    <message>
        <source>Connect by one of its names, or have it issued with this one among its alternative names.</source>
        <translation>Connectez-vous par un de ses noms, ou faites-le émettre avec celui-ci parmi ses autres noms.</translation>
    </message>
    <message>
        <source>Do not use it any more; have another one issued.</source>
        <translation>Ne l’utilisez plus&#xa0;; faites-en émettre un autre.</translation>
    </message>
    <message>
        <source>Fetch a fresh revocation list.</source>
        <translation>Prenez une liste de révocation à jour.</translation>
    </message>
    <message>
        <source>Look at its details.</source>
        <translation>Regardez ses détails.</translation>
    </message>
    <message>
        <source>Valid: “%1” vouches for it.</source>
        <translation>Valable&#xa0;: «&#xa0;%1&#xa0;» s’en porte garant.</translation>
    </message>
    <message>
        <source>Not valid: %1</source>
        <translation>Non valable&#xa0;: %1</translation>
    </message>
    <message>
        <source>“%1” is not made for TLS clients (extended key usage, key usage or Netscape type).</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas fait pour les clients TLS (usage étendu de la clé, usage de la clé ou type Netscape).</translation>
    </message>
    <message>
        <source>“%1” is not made for TLS servers (extended key usage, key usage or Netscape type).</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas fait pour les serveurs TLS (usage étendu de la clé, usage de la clé ou type Netscape).</translation>
    </message>
    <message>
        <source>Have it issued for this purpose, or ask about another one.</source>
        <translation>Faites-le émettre pour cet usage, ou demandez-en un autre.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>%1, %2 bits</source>
        <translation>%1, %2&#xa0;bits</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>sujet</translation>
    </message>
    <message>
        <source>issuer</source>
        <translation>émetteur</translation>
    </message>
    <message>
        <source>names</source>
        <translation>noms</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>n° de série</translation>
    </message>
    <message>
        <source>valid from</source>
        <translation>valide du</translation>
    </message>
    <message>
        <source>valid until</source>
        <translation>expire le</translation>
    </message>
    <message>
        <source>key</source>
        <translation>clé</translation>
    </message>
    <message>
        <source>, private key present</source>
        <translation>, clé privée présente</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>signature</translation>
    </message>
    <message>
        <source>authority</source>
        <translation>autorité</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>There is no certificate in %1 yet. Make one: sealport certs create localhost</source>
        <translation>Il n’y a encore aucun certificat dans %1. Pour en créer un&#xa0;: sealport certs create localhost</translation>
    </message>
    <message>
        <source>Warning: it has no alternative name, and clients of today compare no other. Give them with --san.</source>
        <translation>Attention&#xa0;: il n’a aucun nom alternatif, et les clients actuels n’en comparent pas d’autre. Indiquez-les avec --san.</translation>
    </message>
    <message>
        <source>Warning: %1 is no certificate authority; clients will refuse what it signed.</source>
        <translation>Attention&#xa0;: %1 n’est pas une autorité de certification&#xa0;; les clients refuseront ce qu’il a signé.</translation>
    </message>
    <message>
        <source>Warning: %1, which signs it, expires earlier.</source>
        <translation>Attention&#xa0;: %1, qui le signe, expire avant lui.</translation>
    </message>
    <message>
        <source>Created:</source>
        <translation>Créé&#xa0;:</translation>
    </message>
    <message>
        <source>private key</source>
        <translation>clé privée</translation>
    </message>
    <message>
        <source>See sealport certs --help.</source>
        <translation>Voir sealport certs --help.</translation>
    </message>
    <message>
        <source>%1 does not take &apos;%2&apos;: it takes %3.</source>
        <translation>%1 n’accepte pas «&#xa0;%2&#xa0;»&#xa0;; valeur attendue&#xa0;: %3.</translation>
    </message>
    <message>
        <source>a date such as 2027-01-31 or 2027-01-31T12:00:00Z</source>
        <translation>une date comme 2027-01-31 ou 2027-01-31T12:00:00Z</translation>
    </message>
    <message>
        <source>text (default), or json: one object a line.</source>
        <translation>text (par défaut), ou json&#xa0;: un objet par ligne.</translation>
    </message>
    <message>
        <source>--days and --to exclude each other.</source>
        <translation>--days et --to s’excluent mutuellement.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>un nombre entier de %1 à %2</translation>
    </message>
    <message>
        <source>certs create needs the name of the certificate.</source>
        <translation>certs create a besoin du nom du certificat.</translation>
    </message>
    <message>
        <source>Only one certificate at a time: &apos;%1&apos; is one too many.</source>
        <translation>Un seul certificat à la fois&#xa0;: «&#xa0;%1&#xa0;» est de trop.</translation>
    </message>
    <message>
        <source>certs list takes no &apos;%1&apos;; certs show does.</source>
        <translation>certs list n’accepte pas «&#xa0;%1&#xa0;»&#xa0;; certs show, si.</translation>
    </message>
    <message>
        <source>certs show needs a thumbprint, a name, a file or a folder.</source>
        <translation>certs show a besoin d’une empreinte numérique, d’un nom, d’un fichier ou d’un dossier.</translation>
    </message>
    <message>
        <source>--data-dir needs a folder.</source>
        <translation>--data-dir a besoin d’un dossier.</translation>
    </message>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>Option inconnue&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>See sealport serve --help.</source>
        <translation>Voir sealport serve --help.</translation>
    </message>
    <message>
        <source>See sealport --help.</source>
        <translation>Voir sealport --help.</translation>
    </message>
    <message>
        <source>Unknown command &apos;%1&apos;.</source>
        <translation>Commande inconnue&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>No display: the stored server runs in this terminal instead of the window.</source>
        <translation>Pas d’affichage&#xa0;: le serveur enregistré s’exécute dans ce terminal au lieu de la fenêtre.</translation>
    </message>
    <message>
        <source>a number of seconds</source>
        <translation>un nombre de secondes</translation>
    </message>
    <message>
        <source>Port, 5000 to 65000; 0 lets the system choose (default 5043).</source>
        <translation>Port, de 5000 à 65000&#xa0;; 0 laisse le système choisir (par défaut 5043).</translation>
    </message>
    <message>
        <source>Allow every port from 1 to 65535.</source>
        <translation>Autorise tous les ports de 1 à 65535.</translation>
    </message>
    <message>
        <source>Certificate of the store: thumbprint, name or application id, see --by.</source>
        <translation>Certificat du magasin&#xa0;: empreinte numérique, nom ou identifiant d’application, voir --by.</translation>
    </message>
    <message>
        <source>What --cert is (default: name; a full thumbprint is recognised by itself).</source>
        <translation>Nature de --cert (par défaut name&#xa0;; une empreinte complète est reconnue d’elle-même).</translation>
    </message>
    <message>
        <source>Its private key, when it is not in the same file.</source>
        <translation>Sa clé privée, si elle n’est pas dans le même fichier.</translation>
    </message>
    <message>
        <source>The issuers&apos; certificates, sent after it.</source>
        <translation>Les certificats des émetteurs, envoyés à sa suite.</translation>
    </message>
    <message>
        <source>ssl2,ssl3,tls1,tls1.1,tls1.2,tls1.3, or modern = tls1.2,tls1.3 (default tls1,tls1.1,tls1.2, as SocketCréeSSL).</source>
        <translation>ssl2,ssl3,tls1,tls1.1,tls1.2,tls1.3, ou modern = tls1.2,tls1.3 (par défaut tls1,tls1.1,tls1.2, comme SocketCréeSSL).</translation>
    </message>
    <message>
        <source>IP address or host name to listen on (default 127.0.0.1).</source>
        <translation>Adresse IP ou nom d’hôte d’écoute (par défaut 127.0.0.1).</translation>
    </message>
    <message>
        <source>Do not share the address with another server (SocketAdresseUnique).</source>
        <translation>Ne pas partager l’adresse avec un autre serveur (SocketAdresseUnique).</translation>
    </message>
    <message>
        <source>Most connections at a time (default 10000).</source>
        <translation>Nombre maximal de connexions simultanées (par défaut 10000).</translation>
    </message>
    <message>
        <source>Name of a stored server; the first one when nothing is said.</source>
        <translation>Nom d’un serveur enregistré&#xa0;; le premier si rien n’est indiqué.</translation>
    </message>
    <message>
        <source>Stop after so many seconds.</source>
        <translation>S’arrête après ce nombre de secondes.</translation>
    </message>
    <message>
        <source>Stop after so many connections have ended.</source>
        <translation>S’arrête quand ce nombre de connexions a pris fin.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Affiche cette aide.</translation>
    </message>
    <message>
        <source>Only one server at a time: &apos;%1&apos; is one too many.</source>
        <translation>Un seul serveur à la fois&#xa0;: «&#xa0;%1&#xa0;» est de trop.</translation>
    </message>
    <message>
        <source>--key-file and --chain-file need --cert-file.</source>
        <translation>--key-file et --chain-file ne vont qu’avec --cert-file.</translation>
    </message>
    <message>
        <source>--cert and --cert-file exclude each other.</source>
        <translation>--cert et --cert-file s’excluent mutuellement.</translation>
    </message>
    <message>
        <source>The output could not be written.</source>
        <translation>La sortie n’a pas pu être écrite.</translation>
    </message>
    <message>
        <source>The name of the server is empty.</source>
        <translation>Le nom du serveur est vide.</translation>
    </message>
    <message>
        <source>a thumbprint or a name</source>
        <translation>une empreinte ou un nom</translation>
    </message>
    <message>
        <source>the path of a folder</source>
        <translation>le chemin d’un dossier</translation>
    </message>
    <message>
        <source>the path of a file</source>
        <translation>le chemin d’un fichier</translation>
    </message>
    <message>
        <source>You have no home folder. Say with --data-dir where certificates and servers are to live.</source>
        <translation>Vous n’avez pas de dossier personnel. Indiquez avec --data-dir où ranger les certificats et les serveurs.</translation>
    </message>
    <message>
        <source>a thumbprint, a name or an application id</source>
        <translation>une empreinte, un nom ou un identifiant d’application</translation>
    </message>
    <message>
        <source>--by says what --cert is: it needs --cert.</source>
        <translation>--by dit ce qu’est --cert&#xa0;: il lui faut --cert.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>LIST</source>
        <translation>LISTE</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>MODE</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>SECONDES</translation>
    </message>
    <message>
        <source>Close a connection without traffic: 0.1 to 86400, or 0 for never (default).</source>
        <translation>Fermer une connexion sans trafic&#xa0;: de 0.1 à 86400, ou 0 pour jamais (par défaut).</translation>
    </message>
    <message>
        <source>Runs a stored server, or one that the options describe, until Ctrl+C.</source>
        <translation>Lance un serveur enregistré, ou celui que décrivent les options, jusqu’à Ctrl+C.</translation>
    </message>
    <message>
        <source>Usage: sealport serve [NAME] [options]</source>
        <translation>Utilisation&#xa0;: sealport serve [NOM] [options]</translation>
    </message>
    <message>
        <source>a file of at most %1 octets</source>
        <translation>un fichier de %1 octets au plus</translation>
    </message>
    <message>
        <source>certs find needs a thumbprint.</source>
        <translation>certs find a besoin d’une empreinte numérique.</translation>
    </message>
    <message>
        <source>the path of a file or folder</source>
        <translation>le chemin d’un fichier ou d’un dossier</translation>
    </message>
    <message>
        <source>No display for the window. In the terminal: sealport certs show %1</source>
        <translation>Pas d’écran pour la fenêtre. Dans le terminal&#xa0;: sealport certs show %1</translation>
    </message>
    <message>
        <source>Certificate request: %1</source>
        <translation>Demande de certificat&#xa0;: %1</translation>
    </message>
    <message>
        <source>public key</source>
        <translation>clé publique</translation>
    </message>
    <message>
        <source>, not made by this key</source>
        <translation>, qui n’est pas de cette clé</translation>
    </message>
    <message>
        <source>Certificate revocation list of %1</source>
        <translation>Liste de révocation de %1</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>révoqués</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>critique</translation>
    </message>
    <message>
        <source>%1 stands for %2 certificates; the first is compared.</source>
        <translation>%1 désigne %2 certificats&#xa0;; c’est le premier qui est comparé.</translation>
    </message>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation>Il n’y a rien à lui reprocher.</translation>
    </message>
    <message>
        <source>certs export needs the thumbprint or name of a certificate.</source>
        <translation>certs export demande l’empreinte ou le nom d’un certificat.</translation>
    </message>
    <message>
        <source>certs export needs --out: the path of a file, or - for standard output.</source>
        <translation>certs export demande --out&#xa0;: le chemin d’un fichier, ou - pour la sortie standard.</translation>
    </message>
    <message>
        <source>certs verify needs one thumbprint, one name or one file.</source>
        <translation>certs verify demande une empreinte, un nom ou un fichier, et un seul.</translation>
    </message>
    <message>
        <source>a host name or an IP address</source>
        <translation>un nom d’hôte ou une adresse IP</translation>
    </message>
    <message>
        <source>certs lint needs a thumbprint, a name, a file or a folder.</source>
        <translation>certs lint demande une empreinte, un nom, un fichier ou un dossier.</translation>
    </message>
    <message>
        <source>certs compare needs two certificates.</source>
        <translation>certs compare demande deux certificats.</translation>
    </message>
    <message>
        <source>certs import needs a file.</source>
        <translation>certs import demande un fichier.</translation>
    </message>
    <message>
        <source>certs remove needs the thumbprint or name of a certificate of the store.</source>
        <translation>certs remove demande l’empreinte ou le nom d’un certificat du magasin.</translation>
    </message>
    <message>
        <source>Deleted:</source>
        <translation>Supprimé&#xa0;:</translation>
    </message>
    <message>
        <source>trash</source>
        <translation>corbeille</translation>
    </message>
    <message>
        <source>Imported:</source>
        <translation>Importé&#xa0;:</translation>
    </message>
    <message>
        <source>Was in the store; its key is now too:</source>
        <translation>Était dans le magasin&#xa0;; sa clé y est maintenant aussi&#xa0;:</translation>
    </message>
    <message>
        <source>Was in the store already:</source>
        <translation>Était déjà dans le magasin&#xa0;:</translation>
    </message>
    <message>
        <source>A private key is not written to a terminal. Give a file: --out FILE, or redirect.</source>
        <translation>Une clé privée n’est pas écrite dans un terminal. Donnez un fichier&#xa0;: --out FICHIER, ou redirigez.</translation>
    </message>
    <message>
        <source>Exported, read back and compared:</source>
        <translation>Exporté, relu et comparé&#xa0;:</translation>
    </message>
    <message>
        <source>written to</source>
        <translation>écrit dans</translation>
    </message>
    <message>
        <source>protection</source>
        <translation>protection</translation>
    </message>
    <message>
        <source>before it</source>
        <translation>avant lui</translation>
    </message>
    <message>
        <source> (trusted)</source>
        <translation> (de confiance)</translation>
    </message>
    <message>
        <source>Trusted: the system&apos;s roots and the authorities of your store.</source>
        <translation>De confiance&#xa0;: les racines du système et les autorités de votre magasin.</translation>
    </message>
    <message>
        <source> (critical)</source>
        <translation> (critique)</translation>
    </message>
    <message>
        <source>Warning: the server %1 uses it.</source>
        <translation>Attention&#xa0;: le serveur %1 l’utilise.</translation>
    </message>
    <message>
        <source>Warning: it is valid for more than %1 days; Apple&apos;s systems and browsers refuse such a certificate from a public authority.</source>
        <translation>Attention&#xa0;: il est valable plus de %1 jours&#xa0;; les systèmes d’Apple et les navigateurs refusent un tel certificat d’une autorité publique.</translation>
    </message>
    <message>
        <source>sealport certs show THUMBPRINT|NAME|FILE|FOLDER…
    Everything about certificates of the store, of files (PEM, DER, PKCS#7, PKCS#12, Java keystores) and of folders;
    certificate requests and revocation lists in files, too. - is standard input.
    --details          every field and every extension in words
    --asn1             the tree of ASN.1
    --pass-file FILE   its first line is the pass phrase; - for standard input
</source>
        <translation>sealport certs show EMPREINTE|NOM|FICHIER|DOSSIER…
    Tout sur des certificats du magasin, de fichiers (PEM, DER, PKCS#7, PKCS#12, magasins de clés Java) et de
    dossiers&#xa0;; aussi les demandes de certificat et les listes de révocation dans des fichiers. - est l’entrée standard.
    --details          tous les champs et toutes les extensions en clair
    --asn1             l’arbre ASN.1
    --pass-file FICHIER  sa première ligne est la phrase secrète&#xa0;; - pour l’entrée standard
</translation>
    </message>
    <message>
        <source>sealport certs find THUMBPRINT
    The certificates that have this thumbprint, under any algorithm and in any form; or what is wrong with it.
    --in FILE|FOLDER   look there instead of in the store and the system&apos;s roots; may be repeated
    --pass-file FILE   its first line is the pass phrase; - for standard input
</source>
        <translation>sealport certs find EMPREINTE
    Les certificats qui ont cette empreinte, quels qu’en soient l’algorithme et la forme&#xa0;; ou ce qui y est faux.
    --in FICHIER|DOSSIER  y chercher au lieu du magasin et des racines du système&#xa0;; répétable
    --pass-file FICHIER  sa première ligne est la phrase secrète&#xa0;; - pour l’entrée standard
</translation>
    </message>
    <message>
        <source>sealport certs lint THUMBPRINT|NAME|FILE|FOLDER…
    What is wrong with certificates, why, and what clients do; exit code 1 if an error is among it. - is standard input.
    --pass-file FILE   its first line is the pass phrase; - for standard input
</source>
        <translation>sealport certs lint EMPREINTE|NOM|FICHIER|DOSSIER…
    Ce qui ne va pas dans des certificats, pourquoi, et ce que font les clients&#xa0;; code de sortie 1 s’il y a une erreur.
    - est l’entrée standard.
    --pass-file FICHIER  sa première ligne est la phrase secrète&#xa0;; - pour l’entrée standard
</translation>
    </message>
    <message>
        <source>sealport certs compare A B
    Two certificates side by side; exit code 1 if they differ. - is standard input.
    --pass-file FILE   its first line is the pass phrase; - for standard input
</source>
        <translation>sealport certs compare A B
    Deux certificats côte à côte&#xa0;; code de sortie 1 s’ils diffèrent. - est l’entrée standard.
    --pass-file FICHIER  sa première ligne est la phrase secrète&#xa0;; - pour l’entrée standard
</translation>
    </message>
    <message>
        <source>--ca and --template exclude each other.</source>
        <translation>--ca et --template s’excluent.</translation>
    </message>
    <message>
        <source>An intermediate authority is signed by another one: name it with --issuer.</source>
        <translation>Une autorité intermédiaire est signée par une autre&#xa0;: indiquez-la avec --issuer.</translation>
    </message>
    <message>
        <source>A root signs itself: leave --issuer out, or use --template intermediate.</source>
        <translation>Une racine se signe elle-même&#xa0;: omettez --issuer, ou utilisez --template intermediate.</translation>
    </message>
    <message>
        <source>--request and --%1 exclude each other: who signs the request decides that.</source>
        <translation>--request et --%1 s’excluent&#xa0;: c’est à celui qui signe la demande d’en décider.</translation>
    </message>
    <message>
        <source>certs sign needs one file of a certificate request.</source>
        <translation>certs sign demande le fichier d’une demande de certificat, et un seul.</translation>
    </message>
    <message>
        <source>certs sign needs --issuer: who signs the request.</source>
        <translation>certs sign demande --issuer&#xa0;: qui signe la demande.</translation>
    </message>
    <message>
        <source>certs renew needs the thumbprint or name of a certificate of the store.</source>
        <translation>certs renew demande l’empreinte ou le nom d’un certificat du magasin.</translation>
    </message>
    <message>
        <source>certs revoke needs a certificate of the store, or --issuer alone to renew its list.</source>
        <translation>certs revoke demande un certificat du magasin, ou --issuer seul pour renouveler sa liste.</translation>
    </message>
    <message>
        <source>Say what to do: %1.</source>
        <translation>Dites que faire&#xa0;: %1.</translation>
    </message>
    <message>
        <source>certs does not know &apos;%1&apos;: it knows %2.</source>
        <translation>certs ne connaît pas «&#xa0;%1&#xa0;»&#xa0;; il connaît&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Renewed:</source>
        <translation>Renouvelé&#xa0;:</translation>
    </message>
    <message>
        <source>Not taken over from the request, or otherwise than it asks: %1.</source>
        <translation>Non repris de la demande, ou autrement qu’elle ne le demande&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Signed:</source>
        <translation>Signé&#xa0;:</translation>
    </message>
    <message>
        <source>--pass-file protects nothing here: %1 holds no private key.</source>
        <translation>--pass-file ne protège rien ici&#xa0;: %1 ne contient pas de clé privée.</translation>
    </message>
    <message>
        <source>certs trust needs the thumbprint, name or file of an authority.</source>
        <translation>certs trust demande l’empreinte, le nom ou le fichier d’une autorité.</translation>
    </message>
    <message>
        <source>--remove needs --system, --nss or both.</source>
        <translation>--remove demande --system, --nss ou les deux.</translation>
    </message>
    <message>
        <source>the system&apos;s list (%1)</source>
        <translation>la liste du système (%1)</translation>
    </message>
    <message>
        <source>the NSS database %1</source>
        <translation>la base NSS %1</translation>
    </message>
    <message>
        <source>%1 is trusted in %2.</source>
        <translation>%1 est de confiance dans %2.</translation>
    </message>
    <message>
        <source>Certificate straight from a PEM, DER or PKCS#12 file, an NSS database, or a token (pkcs11: URI).</source>
        <translation>Certificat pris directement dans un fichier PEM, DER ou PKCS#12, une base NSS ou un jeton (URI pkcs11:).</translation>
    </message>
    <message>
        <source>Its first line is the pass phrase or PIN of the key; - for standard input.</source>
        <translation>Sa première ligne est la phrase secrète ou le code PIN de la clé&#xa0;; - pour l’entrée standard.</translation>
    </message>
    <message>
        <source>sealport certs create NAME
    Makes a key and a certificate and puts both into the store.
    --san LIST         alternative names: localhost,127.0.0.1,IP:::1,email:me@example.org,URI:https://example.org/
                       (default: NAME, where it is a host name or an address; an empty list means none)
    --key KIND         ec:P-256 (default), ec:P-384, ec:P-521, rsa:2048 … rsa:8192, ed25519, ed448
    --subject FIELDS   further fields of the subject: O=Example,OU=Tests,C=FR (C, ST, L, O, OU, emailAddress)
    --template KIND    root-ca, intermediate (needs --issuer), server, client, server-client (default)
    --days N           how long it is valid (default: as long as browsers accept, an authority 3650)
    --from DATE --to DATE   the same by dates: 2027-01-31 or 2027-01-31T12:00:00Z
    --ca               a certificate authority, which may sign others
    --path-length N    how many authorities may stand below this one
    --crl URL, --ocsp URL, --ca-issuers URL
                       where clients fetch the revocation list, ask about it, fetch the issuer
    --issuer ID        sign with this certificate of the store: thumbprint or name (default: signs itself)
    --request          make a key and a certificate request (NAME.csr) instead; its issuer decides the dates
    --out FOLDER       put both files there instead of into the store
    --pass-file FILE   protect the key: its first line is the pass phrase; - for standard input
    --issuer-pass-file FILE   opens the issuer&apos;s key (default: as --pass-file)
</source>
        <translation>sealport certs create NOM
    Crée une clé et un certificat et les place tous deux dans le magasin.
    --san LISTE        noms alternatifs&#xa0;: localhost,127.0.0.1,IP:::1,email:moi@example.org,URI:https://example.org/
                       (par défaut&#xa0;: NOM, si c’est un nom d’hôte ou une adresse&#xa0;; une liste vide&#xa0;: aucun)
    --key TYPE         ec:P-256 (par défaut), ec:P-384, ec:P-521, rsa:2048 … rsa:8192, ed25519, ed448
    --subject CHAMPS   autres champs du sujet&#xa0;: O=Exemple,OU=Essais,C=FR (C, ST, L, O, OU, emailAddress)
    --template TYPE    root-ca, intermediate (exige --issuer), server, client, server-client (par défaut)
    --days N           durée de validité en jours (par défaut&#xa0;: ce que les navigateurs acceptent&#xa0;; une autorité&#xa0;: 3650)
    --from DATE --to DATE   la même chose par dates&#xa0;: 2027-01-31 ou 2027-01-31T12:00:00Z
    --ca               une autorité de certification, qui peut en signer d’autres
    --path-length N    nombre d’autorités permises sous celle-ci
    --crl URL, --ocsp URL, --ca-issuers URL
                       où les clients trouvent la liste de révocation, le service OCSP, l’émetteur
    --issuer ID        signer avec ce certificat du magasin&#xa0;: empreinte ou nom (par défaut&#xa0;: autosigné)
    --request          créer une clé et une demande de certificat (NOM.csr)&#xa0;; l’émetteur décidera des dates
    --out DOSSIER      y écrire les deux fichiers au lieu de les placer dans le magasin
    --pass-file FICHIER  protéger la clé&#xa0;: sa première ligne est la phrase secrète&#xa0;; - pour l’entrée standard
    --issuer-pass-file FICHIER  ouvre la clé de l’émetteur (par défaut&#xa0;: comme --pass-file)
</translation>
    </message>
    <message>
        <source>sealport certs protect THUMBPRINT|NAME --pass-file FILE
    Encrypts the key of a certificate of the store with a pass phrase, the first line of FILE; - for standard input.
    No copy is kept, and a pass phrase that is lost cannot be found again.
    --new-pass-file FILE   the pass phrase that it shall have instead
    --remove           take the pass phrase away; the file stays readable by you alone
</source>
        <translation>sealport certs protect EMPREINTE|NOM --pass-file FICHIER
    Chiffre la clé d’un certificat du magasin avec une phrase secrète, première ligne de FICHIER&#xa0;; - pour l’entrée
    standard. Aucune copie n’est gardée, et une phrase secrète perdue ne se retrouve pas.
    --new-pass-file FICHIER  la phrase secrète qu’elle doit avoir à la place
    --remove           enlever la phrase secrète&#xa0;; le fichier reste lisible par vous seul
</translation>
    </message>
    <message>
        <source>certs protect needs the thumbprint or name of a certificate of the store.</source>
        <translation>certs protect demande l’empreinte ou le nom d’un certificat du magasin.</translation>
    </message>
    <message>
        <source>--new-pass-file and --remove exclude each other.</source>
        <translation>--new-pass-file et --remove s’excluent.</translation>
    </message>
    <message>
        <source>certs protect needs --pass-file: a file whose first line is the pass phrase.</source>
        <translation>certs protect demande --pass-file&#xa0;: un fichier dont la première ligne est la phrase secrète.</translation>
    </message>
    <message>
        <source>, private key present, locked with a pass phrase</source>
        <translation>, clé privée présente, verrouillée par une phrase secrète</translation>
    </message>
    <message>
        <source>The key is protected by the pass phrase now:</source>
        <translation>La clé est désormais protégée par la phrase secrète&#xa0;:</translation>
    </message>
    <message>
        <source>The key has no pass phrase now:</source>
        <translation>La clé n’a plus de phrase secrète&#xa0;:</translation>
    </message>
    <message>
        <source>The key of %1 has a pass phrase already. Give another one with --new-pass-file, or take it away with --remove.</source>
        <translation>La clé de %1 a déjà une phrase secrète. Donnez-en une autre avec --new-pass-file, ou enlevez-la avec --remove.</translation>
    </message>
    <message>
        <source>%1 is not among those that Sealport added to %2.</source>
        <translation>%1 n’est pas de celles que Sealport a ajoutées à %2.</translation>
    </message>
    <message>
        <source>Only one file can come from standard input (-). Name the others.</source>
        <translation>Un seul fichier peut venir de l’entrée standard (-). Nommez les autres.</translation>
    </message>
    <message>
        <source>The key of %1 had no pass phrase: --pass-file was not needed.</source>
        <translation>La clé de %1 n’avait pas de phrase secrète&#xa0;: --pass-file était inutile.</translation>
    </message>
    <message>
        <source>Warning: it has no alternative name, as the old one had none, and clients of today compare no other.</source>
        <translation>Attention&#xa0;: il n’a aucun nom alternatif, comme l’ancien, et les clients actuels n’en comparent pas d’autre.</translation>
    </message>
    <message>
        <source>Warning: the path length of %1 or of one of its issuers allows no further authority below it; clients will refuse what this one signs.</source>
        <translation>Attention&#xa0;: la longueur de chemin de %1 ou de l’un de ses émetteurs n’admet plus d’autorité en dessous&#xa0;; les clients refuseront ce que celle-ci signera.</translation>
    </message>
    <message>
        <source>sealport certs sign REQUEST-FILE --issuer ID
    Answers a certificate request: its subject, alternative names and key are taken over, all else is what you say.
    --san LIST         alternative names instead of the request&apos;s
    --days, --from, --to, --ca, --template, --path-length, --crl, --ocsp, --ca-issuers, --out   as for create
    --pass-file FILE   opens the issuer&apos;s key
</source>
        <translation>sealport certs sign FICHIER-DE-DEMANDE --issuer ID
    Répond à une demande de certificat&#xa0;: son sujet, ses noms alternatifs et sa clé sont repris, le reste est ce que
    vous dites.
    --san LISTE        noms alternatifs à la place de ceux de la demande
    --days, --from, --to, --ca, --template, --path-length, --crl, --ocsp, --ca-issuers, --out   comme pour create
    --pass-file FICHIER  ouvre la clé de l’émetteur
</translation>
    </message>
    <message>
        <source>sealport certs trust THUMBPRINT|NAME|FILE
    Where programs of this machine trust an authority; changes nothing without these:
    --system           have the system&apos;s list trust it (curl, wget and most programs); asks for the administrator
    --nss              have your NSS databases trust it (Firefox, Chromium)
    --remove           take it away there again
    --pass-file FILE   its first line is the pass phrase; - for standard input
</source>
        <translation>sealport certs trust EMPREINTE|NOM|FICHIER
    Où les programmes de cette machine font confiance à une autorité&#xa0;; ne change rien sans ceci&#xa0;:
    --system           dans la liste du système (curl, wget et la plupart des programmes)&#xa0;; demande l’administrateur
    --nss              dans vos bases NSS (Firefox, Chromium)
    --remove           l’en retirer
    --pass-file FICHIER  sa première ligne est la phrase secrète&#xa0;; - pour l’entrée standard
</translation>
    </message>
    <message>
        <source>sealport certs export THUMBPRINT|NAME --out FILE
    Writes a certificate of the store, reads it back and compares; an existing file is left alone.
    --as FORMAT        pem (default), chain, pem-key, der, p7b, p12, p12-legacy, pubkey, ssh
                       chain, pem-key, p7b, p12: with its issuers but the root; pem-key, p12: with its private key;
                       p12: AES-256 and SHA-256; p12-legacy: triple DES and SHA-1, for old devices
    --out FILE         - is standard output; a private key is not written to a terminal
    --pass-file FILE   protects the private key (p12 needs it, pem-key may have it)
    --force            overwrite FILE
</source>
        <translation>sealport certs export EMPREINTE|NOM --out FICHIER
    Écrit un certificat du magasin, le relit et compare&#xa0;; un fichier existant est laissé en place.
    --as FORMAT        pem (par défaut), chain, pem-key, der, p7b, p12, p12-legacy, pubkey, ssh
                       chain, pem-key, p7b, p12&#xa0;: avec ses émetteurs sauf la racine&#xa0;; pem-key, p12&#xa0;: avec sa clé
                       privée&#xa0;; p12&#xa0;: AES-256 et SHA-256&#xa0;; p12-legacy&#xa0;: triple DES et SHA-1, pour d’anciens appareils
    --out FICHIER      - est la sortie standard&#xa0;; une clé privée n’est pas écrite dans un terminal
    --pass-file FICHIER  protège la clé privée (p12 l’exige, pem-key l’accepte)
    --force            écraser FICHIER
</translation>
    </message>
    <message>
        <source>sealport certs verify THUMBPRINT|NAME|FILE
    The path from a trusted certificate, and everything wrong with it; exit code 0 only if valid. The authorities and
    revocation lists of your store count, and those in the file. - is standard input.
    --host NAME        the name or IP address that it must be for
    --time DATE        at this moment instead of now
    --purpose PURPOSE  server (default), client, authority, any
    --root FILE|FOLDER trust these instead of the system&apos;s roots and your store&apos;s authorities; may be repeated
    --chain FILE       intermediate certificates; may be repeated
    --pass-file FILE   its first line is the pass phrase; - for standard input
</source>
        <translation>sealport certs verify EMPREINTE|NOM|FICHIER
    Le chemin depuis un certificat de confiance et tout ce qui n’y va pas&#xa0;; code de sortie 0 seulement s’il est valable.
    Les autorités et les listes de révocation de votre magasin comptent, et celles du fichier. - est l’entrée standard.
    --host NOM         le nom ou l’adresse IP pour lequel il doit être fait
    --time DATE        à ce moment au lieu de maintenant
    --purpose USAGE    server (par défaut), client, authority, any
    --root FICHIER|DOSSIER faire confiance à ceux-ci au lieu des racines du système et des autorités de votre magasin&#xa0;;
                       répétable
    --chain FICHIER    certificats intermédiaires&#xa0;; répétable
    --pass-file FICHIER  sa première ligne est la phrase secrète&#xa0;; - pour l’entrée standard
</translation>
    </message>
    <message>
        <source>Its option: --pass-file FILE, whose first line it is (- for standard input), or --issuer-pass-file FILE for the issuer&apos;s key.</source>
        <translation>Son option&#xa0;: --pass-file FICHIER, dont elle est la première ligne (- pour l’entrée standard), ou --issuer-pass-file FICHIER pour la clé de l’émetteur.</translation>
    </message>
    <message>
        <source>Its option: --pass-file FILE, whose first line it is (- for standard input).</source>
        <translation>Son option&#xa0;: --pass-file FICHIER, dont elle est la première ligne (- pour l’entrée standard).</translation>
    </message>
    <message>
        <source>Or overwrite it with --force; the trash keeps what was there.</source>
        <translation>Ou écrasez-le avec --force&#xa0;; la corbeille garde ce qui s’y trouvait.</translation>
    </message>
    <message>
        <source>purposes</source>
        <translation>usages</translation>
    </message>
    <message>
        <source>No list of authorities of this system was found. Name one in the environment variable SSL_CERT_FILE.</source>
        <translation>Aucune liste d’autorités de ce système n’a été trouvée. Nommez-en une dans la variable d’environnement SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>The names of --san stand in it instead of those that the request asks for: %1.</source>
        <translation>Les noms de --san y figurent à la place de ceux que veut la demande&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1, and no root: clients use the one that they have</source>
        <translation>%1, et pas de racine&#xa0;: les clients utilisent celle qu’ils ont</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>certificats</translation>
    </message>
    <message>
        <source>sealport certs revoke THUMBPRINT|NAME…
    Puts certificates on the revocation list of who issued them, kept in the store as NAME.crl.
    --reason REASON    unspecified (default), keyCompromise, cACompromise, affiliationChanged, superseded,
                       cessationOfOperation, certificateHold, privilegeWithdrawn, aACompromise
    --lift-hold        take certificates off the list again that are on it with certificateHold
    --issuer ID        the authority; without a certificate its list is only renewed
    --days N           how long the list is valid (default: 30)
    --pass-file FILE   opens the authority&apos;s key
</source>
        <translation>sealport certs revoke EMPREINTE|NOM…
    Inscrit des certificats sur la liste de révocation de leur émetteur, conservée dans le magasin sous NOM.crl.
    --reason MOTIF     unspecified (par défaut), keyCompromise, cACompromise, affiliationChanged, superseded,
                       cessationOfOperation, certificateHold, privilegeWithdrawn, aACompromise
    --lift-hold        retire de la liste des certificats qui y sont avec certificateHold
    --issuer ID        l’autorité&#xa0;; sans certificat, sa liste est seulement renouvelée
    --days N           durée de validité de la liste (par défaut&#xa0;: 30)
    --pass-file FICHIER  ouvre la clé de l’autorité
</translation>
    </message>
    <message>
        <source>sealport certs import FILE…
    Puts the certificates of files into the store, with their keys, and revocation lists. A key may come in a file
    of its own, and later than its certificate. - is standard input.
    --pass-file FILE   its first line is the pass phrase; - for standard input
    --new-pass-file FILE   protects the keys in the store; without it they are open there
</source>
        <translation>sealport certs import FICHIER…
    Place dans le magasin les certificats de fichiers, avec leurs clés, et les listes de révocation. Une clé peut venir
    dans son propre fichier, et plus tard que son certificat. - est l’entrée standard.
    --pass-file FICHIER  sa première ligne est la phrase secrète&#xa0;; - pour l’entrée standard
    --new-pass-file FICHIER  protège les clés dans le magasin&#xa0;; sans elle, elles y sont ouvertes
</translation>
    </message>
    <message>
        <source>sealport certs restore [ITEM]
    What was deleted or overwritten in the last 30 days; puts ITEM back where it was, by its number or its name
    in this list.
    --force            also where other files stand now; the trash keeps those
</source>
        <translation>sealport certs restore [ÉLÉMENT]
    Ce qui a été supprimé ou remplacé ces 30 derniers jours&#xa0;; remet ÉLÉMENT à sa place, désigné par son numéro ou
    son nom dans cette liste.
    --force            même là où d’autres fichiers se trouvent maintenant&#xa0;; la corbeille les garde
</translation>
    </message>
    <message>
        <source>    --format text|json json: one object a line
    --help             this text

A pass phrase or PIN that is needed and that no option gives is asked for at a terminal, but for JSON.
Exit code: 0 done, 1 something failed (the reason is on standard error), 2 the command line is wrong.
</source>
        <translation>    --format text|json json&#xa0;: un objet par ligne
    --help             ce texte

Une phrase secrète ou un code PIN qu’il faut et qu’aucune option ne donne est demandé sur un terminal, sauf en JSON.
Code de retour&#xa0;: 0 terminé, 1 échec (la raison est sur la sortie d’erreur), 2 ligne de commande erronée.
</translation>
    </message>
    <message>
        <source>--lift-hold needs a certificate of the store.</source>
        <translation>--lift-hold demande un certificat du magasin.</translation>
    </message>
    <message>
        <source>--lift-hold and --reason exclude each other.</source>
        <translation>--lift-hold et --reason s’excluent.</translation>
    </message>
    <message>
        <source>Only one at a time: &apos;%1&apos; is one too many.</source>
        <translation>Un seul à la fois&#xa0;: «&#xa0;%1&#xa0;» est de trop.</translation>
    </message>
    <message>
        <source>Or put it back with --force; the trash keeps what is there now.</source>
        <translation>Ou remettez-le en place avec --force&#xa0;; la corbeille garde ce qui s’y trouve maintenant.</translation>
    </message>
    <message>
        <source>PIN of %1:</source>
        <translation>Code PIN de %1&#xa0;:</translation>
    </message>
    <message>
        <source>Pass phrase of %1:</source>
        <translation>Phrase secrète de %1&#xa0;:</translation>
    </message>
    <message>
        <source>Pass phrase (%1):</source>
        <translation>Phrase secrète (%1)&#xa0;:</translation>
    </message>
    <message>
        <source>New pass phrase for %1:</source>
        <translation>Nouvelle phrase secrète pour %1&#xa0;:</translation>
    </message>
    <message>
        <source>The same again:</source>
        <translation>La même encore une fois&#xa0;:</translation>
    </message>
    <message>
        <source>The trash keeps the files for %1 days. To put them back: sealport certs restore %2</source>
        <translation>La corbeille garde les fichiers pendant %1 jours. Pour les remettre en place&#xa0;: sealport certs restore %2</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>La corbeille est vide.</translation>
    </message>
    <message>
        <source>Put back:</source>
        <translation>Remis en place&#xa0;:</translation>
    </message>
    <message>
        <source>sealport certs list
    The certificates of your store; in text, its requests and revocation lists after them.
    --source SOURCE    store (default), files (requests and revocation lists alone), system (the system&apos;s roots), all
</source>
        <translation>sealport certs list
    Les certificats de votre magasin&#xa0;; en texte, suivis de ses demandes et listes de révocation.
    --source SOURCE    store (par défaut), files (seulement les demandes et listes de révocation),
                       system (les racines du système), all (tous)
</translation>
    </message>
    <message>
        <source>sealport certs remove THUMBPRINT|NAME|FILE…
    Takes certificates and their keys out of the store, and requests and revocation lists (NAME.csr, NAME.crl);
    the trash keeps them for 30 days.
</source>
        <translation>sealport certs remove EMPREINTE|NOM|FICHIER…
    Retire du magasin des certificats et leurs clés, ainsi que des demandes et listes de révocation (NOM.csr, NOM.crl)&#xa0;;
    la corbeille les conserve 30 jours.
</translation>
    </message>
    <message>
        <source>New pass phrase (%1):</source>
        <translation>Nouvelle phrase secrète (%1)&#xa0;:</translation>
    </message>
    <message>
        <source>The revocation list %1 cannot be read: whether it revokes one of them is not known. Mend or delete it.</source>
        <translation>La liste de révocation %1 ne peut pas être lue&#xa0;: on ne sait pas si elle révoque l’un d’eux. Réparez-la ou supprimez-la.</translation>
    </message>
    <message>
        <source>a list as OpenSSL writes it</source>
        <translation>une liste telle qu’OpenSSL l’écrit</translation>
    </message>
    <message>
        <source>%1 &apos;%2&apos; is one more key than there are certificates for it.</source>
        <translation>%1 «&#xa0;%2&#xa0;»&#xa0;: il y a une clé de plus que de certificats pour elle.</translation>
    </message>
    <message>
        <source>One more certificate, with a key of another type; may be repeated.</source>
        <translation>Un certificat de plus, avec une clé d’un autre type&#xa0;; peut être répété.</translation>
    </message>
    <message>
        <source>Its key, when it is not in the same file.</source>
        <translation>Sa clé, si elle n’est pas dans le même fichier.</translation>
    </message>
    <message>
        <source>One more certificate, for clients that ask for a name in it; may be repeated.</source>
        <translation>Un certificat de plus, pour les clients qui demandent un nom qui s’y trouve&#xa0;; peut être répété.</translation>
    </message>
    <message>
        <source>Refuse clients that ask for a name that no certificate is for.</source>
        <translation>Refuser les clients qui demandent un nom pour lequel il n’y a pas de certificat.</translation>
    </message>
    <message>
        <source>What is asked of clients: no certificate (default); one, if they have it; one in any case; or any, with what is wrong with it told.</source>
        <translation>Ce qui est demandé aux clients&#xa0;: aucun certificat (par défaut)&#xa0;; un certificat, s’ils en ont un&#xa0;; un certificat dans tous les cas&#xa0;; ou n’importe lequel, en disant ce qui ne va pas.</translation>
    </message>
    <message>
        <source>The authorities that clients&apos; certificates must come from.</source>
        <translation>Les autorités dont doivent provenir les certificats des clients.</translation>
    </message>
    <message>
        <source>Application protocols in order of preference, such as h2,http/1.1.</source>
        <translation>Protocoles applicatifs par ordre de préférence, par exemple h2,http/1.1.</translation>
    </message>
    <message>
        <source>names with commas between</source>
        <translation>des noms séparés par des virgules</translation>
    </message>
    <message>
        <source>Refuse clients that offer application protocols and none of these.</source>
        <translation>Refuser les clients qui proposent des protocoles applicatifs, mais aucun de ceux-ci.</translation>
    </message>
    <message>
        <source>Cipher suites of TLS 1.2 and older, as openssl ciphers takes them.</source>
        <translation>Suites de chiffrement de TLS 1.2 et antérieurs, comme openssl ciphers les prend.</translation>
    </message>
    <message>
        <source>Cipher suites of TLS 1.3.</source>
        <translation>Suites de chiffrement de TLS 1.3.</translation>
    </message>
    <message>
        <source>Groups (elliptic curves) to exchange keys with.</source>
        <translation>Groupes (courbes elliptiques) pour l’échange de clés.</translation>
    </message>
    <message>
        <source>Signature algorithms.</source>
        <translation>Algorithmes de signature.</translation>
    </message>
    <message>
        <source>OpenSSL&apos;s security level (default: 0 with protocols older than TLS 1.2, else 2).</source>
        <translation>Niveau de sécurité d’OpenSSL (par défaut&#xa0;: 0 avec des protocoles antérieurs à TLS 1.2, sinon 2).</translation>
    </message>
    <message>
        <source>Follow the client&apos;s order of cipher suites, not the server&apos;s.</source>
        <translation>Suivre l’ordre des suites de chiffrement du client, et non celui du serveur.</translation>
    </message>
    <message>
        <source>Which certificates are sent after the server&apos;s own.</source>
        <translation>Les certificats envoyés après celui du serveur.</translation>
    </message>
    <message>
        <source>Session tickets after a TLS 1.3 handshake, 0 to 10 (default 2).</source>
        <translation>Tickets de session après une négociation TLS 1.3, de 0 à 10 (par défaut 2).</translation>
    </message>
    <message>
        <source>Keep no sessions for clients that come back without a ticket.</source>
        <translation>Ne garder aucune session pour les clients qui reviennent sans ticket.</translation>
    </message>
    <message>
        <source>Diffie-Hellman parameters of openssl dhparam, or none: no DHE (default: OpenSSL&apos;s).</source>
        <translation>Paramètres Diffie-Hellman d’openssl dhparam, ou none&#xa0;: pas de DHE (par défaut&#xa0;: ceux d’OpenSSL).</translation>
    </message>
    <message>
        <source>OCSP response (DER) to staple, or made: by the issuer, if the store has its key.</source>
        <translation>Réponse OCSP (DER) à joindre, ou made&#xa0;: faite par l’émetteur, si le magasin a sa clé.</translation>
    </message>
    <message>
        <source>Keys that clients know beforehand, one line each: identity:hexadecimal.</source>
        <translation>Clés que les clients connaissent d’avance, une ligne chacune&#xa0;: identité:hexadécimal.</translation>
    </message>
    <message>
        <source>Write what decrypts the connections into this file (NSS key log format).</source>
        <translation>Écrire dans ce fichier ce qui déchiffre les connexions (format NSS key log).</translation>
    </message>
    <message>
        <source>Whether clients of TLS 1.2 may begin a new handshake.</source>
        <translation>Si les clients TLS 1.2 peuvent lancer une nouvelle négociation.</translation>
    </message>
    <message>
        <source>BYTES</source>
        <translation>OCTETS</translation>
    </message>
    <message>
        <source>Most data in one TLS record, 512 to 16384 (default 16384).</source>
        <translation>Données au plus dans un enregistrement TLS, de 512 à 16384 (par défaut 16384).</translation>
    </message>
    <message>
        <source>Changed:</source>
        <translation>Modifiée&#xa0;:</translation>
    </message>
    <message>
        <source>Defined:</source>
        <translation>Définie&#xa0;:</translation>
    </message>
    <message>
        <source>Assigned:</source>
        <translation>Attribué&#xa0;:</translation>
    </message>
    <message>
        <source>Removed:</source>
        <translation>Supprimée&#xa0;:</translation>
    </message>
    <message>
        <source>See sealport apps --help.</source>
        <translation>Voir sealport apps --help.</translation>
    </message>
    <message>
        <source>sealport apps list
    The application definitions, as the Digital Certificate Manager of IBM i has them.
</source>
        <translation>sealport apps list
    Les définitions d’application, comme dans le Digital Certificate Manager d’IBM i.
</translation>
    </message>
    <message>
        <source>sealport apps show ID
    One of them: its certificates, whom it trusts, and the servers that name it.
</source>
        <translation>sealport apps show ID
    L’une d’elles&#xa0;: ses certificats, à qui elle fait confiance et les serveurs qui la nomment.
</translation>
    </message>
    <message>
        <source>sealport apps define ID --type server|client
    Makes an application definition, or changes the description of one. ID: 1 to 100 characters, first A to Z,
    then A to Z, 0 to 9, period and underscore: ACME_ORDERS_SERVER.
    --type TYPE        who uses it; this never changes
    --description TEXT what people look for
</source>
        <translation>sealport apps define ID --type server|client
    Crée une définition d’application, ou change la description d’une définition existante. ID&#xa0;: 1 à 100 caractères,
    d’abord A à Z, puis A à Z, 0 à 9, point et trait de soulignement&#xa0;: ACME_COMMANDES_SERVEUR.
    --type TYPE        qui l’utilise&#xa0;; cela ne change plus jamais
    --description TEXTE  ce que l’on recherche
</translation>
    </message>
    <message>
        <source>sealport apps assign ID THUMBPRINT|NAME…
    Gives the application certificates of your store, one to four, instead of those that it has. The first one of each
    kind of key is presented, by every server that names the application, from its next start.
    --add              beside those that it has
</source>
        <translation>sealport apps assign ID EMPREINTE|NOM…
    Attribue à l’application un à quatre certificats de votre magasin, à la place de ceux qu’elle a. Le premier de chaque
    type de clé est présenté par tous les serveurs qui nomment l’application, à partir de leur prochain démarrage.
    --add              en plus de ceux qu’elle a
</translation>
    </message>
    <message>
        <source>sealport apps unassign ID [THUMBPRINT|NAME…]
    Takes certificates from the application, or all of them. They stay in your store.
</source>
        <translation>sealport apps unassign ID [EMPREINTE|NOM…]
    Retire des certificats à l’application, ou tous. Ils restent dans votre magasin.
</translation>
    </message>
    <message>
        <source>sealport apps trust ID --ca FILE… | --system | --none
    Whom the application trusts, where it asks for certificates.
    --ca FILE          the authorities of this file, or one of your store, and no others; may be repeated
    --system           the authorities that the system trusts (as at first)
    --none             nobody: an empty list
    --pass-file FILE   its first line is the pass phrase; - for standard input
</source>
        <translation>sealport apps trust ID --ca FICHIER… | --system | --none
    À qui l’application fait confiance, là où elle demande des certificats.
    --ca FICHIER       aux autorités de ce fichier, ou à une de votre magasin, et à nulle autre&#xa0;; peut être répété
    --system           aux autorités auxquelles le système fait confiance (comme au début)
    --none             à personne&#xa0;: une liste vide
    --pass-file FICHIER  sa première ligne est la phrase secrète&#xa0;; - pour l’entrée standard
</translation>
    </message>
    <message>
        <source>sealport apps remove ID
    Removes the definition. Its certificates stay in your store; a server that names it does not start any more.
</source>
        <translation>sealport apps remove ID
    Supprime la définition. Ses certificats restent dans votre magasin&#xa0;; un serveur qui la nomme ne démarre plus.
</translation>
    </message>
    <message>
        <source>apps define needs --type: server or client.</source>
        <translation>apps define a besoin de --type&#xa0;: server ou client.</translation>
    </message>
    <message>
        <source>apps trust needs one of these: --ca, --system or --none.</source>
        <translation>apps trust a besoin d’une de ces options&#xa0;: --ca, --system ou --none.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is one word too many.</source>
        <translation>«&#xa0;%1&#xa0;» est un mot de trop.</translation>
    </message>
    <message>
        <source>It needs the ID of an application: ACME_ORDERS_SERVER.</source>
        <translation>Il faut l’identifiant d’une application&#xa0;: ACME_COMMANDES_SERVEUR.</translation>
    </message>
    <message>
        <source>apps assign needs the thumbprint or name of a certificate of the store.</source>
        <translation>apps assign a besoin de l’empreinte ou du nom d’un certificat du magasin.</translation>
    </message>
    <message>
        <source>apps does not know &apos;%1&apos;: it knows %2.</source>
        <translation>apps ne connaît pas «&#xa0;%1&#xa0;»&#xa0;: il connaît %2.</translation>
    </message>
    <message>
        <source>    --format text|json json: one object a line
    --help             this text

Exit code: 0 done, 1 something failed (the reason is on standard error), 2 the command line is wrong.
</source>
        <translation>    --format text|json json&#xa0;: un objet par ligne
    --help             ce texte

Code de sortie&#xa0;: 0 fait, 1 quelque chose a échoué (la raison est sur la sortie d’erreur), 2 la ligne de commande est
incorrecte.
</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2, not in your store any more</source>
        <translation>%1, SHA-256 %2, n’est plus dans votre magasin</translation>
    </message>
    <message>
        <source>%1, SHA-1 %2, valid until %3</source>
        <translation>%1, SHA-1 %2, valable jusqu’au %3</translation>
    </message>
    <message>
        <source>%1, SHA-1 %2, valid until %3, without its private key</source>
        <translation>%1, SHA-1 %2, valable jusqu’au %3, sans sa clé privée</translation>
    </message>
    <message>
        <source>the authorities of the system</source>
        <translation>aux autorités du système</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>à personne</translation>
    </message>
    <message>
        <source>description</source>
        <translation>description</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certificat</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>trusts</source>
        <translation>se fie</translation>
    </message>
    <message>
        <source>servers</source>
        <translation>serveurs</translation>
    </message>
    <message>
        <source>No application is defined yet. Define one: sealport apps define ACME_ORDERS_SERVER --type server</source>
        <translation>Aucune application n’est encore définie. Définissez-en une&#xa0;: sealport apps define ACME_COMMANDES_SERVEUR --type server</translation>
    </message>
    <message>
        <source>sealport certs renew THUMBPRINT|NAME
    The same certificate with a new serial number and new dates; the old one stays.
    --days N, --from DATE --to DATE   as for create (default: as long as the old one)
    --new-key          make a new key of the same kind
    --reassign         give it to the applications that have the old one
    --pass-file FILE   opens the key; where it is encrypted, the new file is too
    --issuer-pass-file FILE   opens the issuer&apos;s key (default: as --pass-file)
</source>
        <translation>sealport certs renew EMPREINTE|NOM
    Le même certificat avec un nouveau numéro de série et de nouvelles dates&#xa0;; l’ancien reste.
    --days N, --from DATE --to DATE   comme pour create (par défaut&#xa0;: la durée de l’ancien)
    --new-key          créer une nouvelle clé du même type
    --reassign         l’attribuer aux applications qui ont l’ancien
    --pass-file FICHIER  ouvre la clé&#xa0;; si elle est chiffrée, le nouveau fichier l’est aussi
    --issuer-pass-file FICHIER  ouvre la clé de l’émetteur (par défaut&#xa0;: comme --pass-file)
</translation>
    </message>
    <message>
        <source>Warning: it is assigned to the application %1.</source>
        <translation>Attention&#xa0;: il est attribué à l’application %1.</translation>
    </message>
    <message>
        <source>assigned to</source>
        <translation>attribué à</translation>
    </message>
    <message>
        <source>The application %1 still has the old one. Assign it the new one (sealport apps assign); --reassign does that by itself.</source>
        <translation>L’application %1 a toujours l’ancien. Attribuez-lui le nouveau (sealport apps assign)&#xa0;; --reassign le fait de lui-même.</translation>
    </message>
    <message>
        <source>No TLS: plain TCP, and no certificate.</source>
        <translation>Sans TLS&#xa0;: TCP en clair, et sans certificat.</translation>
    </message>
    <message>
        <source>PROTOCOL</source>
        <translation>PROTOCOLE</translation>
    </message>
    <message>
        <source>--plain and --starttls exclude each other.</source>
        <translation>--plain et --starttls s’excluent mutuellement.</translation>
    </message>
    <message>
        <source>Sealport: browse certificates, listen with TLS (SSL), and see why a client fails.

  sealport [FILE|FOLDER…]       the window; it shows the certificates of these, too
  sealport serve [NAME] …       run a server in the terminal until Ctrl+C; see sealport serve --help
  sealport certs list|show|find|create|import|export …   certificates; see sealport certs --help
  sealport apps list|define|assign|remove …   application definitions (IBM i); see sealport apps --help
  sealport profiles list|show|add|remove|import|export …   stored servers; see sealport profiles --help

  --data-dir DIR   where certificates and servers live (default: the user&apos;s data folder; also SEALPORT_HOME)
  --version        versions of Sealport, Qt and OpenSSL
  --help           this text
</source>
        <translation>Sealport&#xa0;: parcourir des certificats, écouter en TLS (SSL) et voir pourquoi un client échoue.

  sealport [FICHIER|DOSSIER…]   la fenêtre&#xa0;; elle montre aussi les certificats de ceux-ci
  sealport serve [NOM] …        exécute un serveur dans le terminal jusqu’à Ctrl+C&#xa0;; voir sealport serve --help
  sealport certs list|show|find|create|import|export …   les certificats&#xa0;; voir sealport certs --help
  sealport apps list|define|assign|remove …   définitions d’application (IBM i)&#xa0;; voir sealport apps --help
  sealport profiles list|show|add|remove|import|export …   les serveurs enregistrés&#xa0;; voir sealport profiles --help

  --data-dir DOSSIER  emplacement des certificats et des serveurs (par défaut&#xa0;: le dossier de données de
                      l’utilisateur&#xa0;; aussi SEALPORT_HOME)
  --version        versions de Sealport, Qt et OpenSSL
  --help           ce texte
</translation>
    </message>
    <message>
        <source>There are no servers.</source>
        <translation>Il n’y a aucun serveur.</translation>
    </message>
    <message>
        <source>Or replace it with --replace.</source>
        <translation>Ou remplacez-le avec --replace.</translation>
    </message>
    <message>
        <source>Stored:</source>
        <translation>Enregistré&#xa0;:</translation>
    </message>
    <message>
        <source>Replaced:</source>
        <translation>Remplacé&#xa0;:</translation>
    </message>
    <message>
        <source>Was stored already:</source>
        <translation>Était déjà enregistré&#xa0;:</translation>
    </message>
    <message>
        <source>sealport profiles list
    The stored servers.
</source>
        <translation>sealport profiles list
    Les serveurs enregistrés.
</translation>
    </message>
    <message>
        <source>sealport profiles show NAME…
    Everything about stored servers.
</source>
        <translation>sealport profiles show NOM…
    Tout sur des serveurs enregistrés.
</translation>
    </message>
    <message>
        <source>sealport profiles remove NAME…
    Removes stored servers; the trash keeps what was there for 30 days.
</source>
        <translation>sealport profiles remove NOM…
    Supprime des serveurs enregistrés&#xa0;; la corbeille garde 30 jours ce qu’il y avait.
</translation>
    </message>
    <message>
        <source>sealport profiles import FILE [NAME…]
    Stores the servers of a file, or only those that are named: JSON of profiles export, a whole servers.json,
    or WLanguage code with calls of SocketCréeSSL (SocketCreateSSL). - is standard input.
    --replace          instead of servers of the same names
</source>
        <translation>sealport profiles import FICHIER [NOM…]
    Enregistre les serveurs d’un fichier, ou seulement ceux qui sont nommés&#xa0;: JSON de profiles export, un servers.json entier,
    ou du code WLangage qui appelle SocketCréeSSL (SocketCreateSSL). - est l’entrée standard.
    --replace          à la place des serveurs de mêmes noms
</translation>
    </message>
    <message>
        <source>profiles export needs --as: %1.</source>
        <translation>profiles export demande --as&#xa0;: %1.</translation>
    </message>
    <message>
        <source>profiles export needs the name of a server.</source>
        <translation>profiles export demande le nom d’un serveur.</translation>
    </message>
    <message>
        <source>profiles list takes no name: &apos;%1&apos; is one too many.</source>
        <translation>profiles list ne prend pas de nom&#xa0;: «&#xa0;%1&#xa0;» est de trop.</translation>
    </message>
    <message>
        <source>profiles show needs the name of a server.</source>
        <translation>profiles show demande le nom d’un serveur.</translation>
    </message>
    <message>
        <source>profiles remove needs the name of a server.</source>
        <translation>profiles remove demande le nom d’un serveur.</translation>
    </message>
    <message>
        <source>profiles import needs a file, or - for standard input.</source>
        <translation>profiles import demande un fichier, ou - pour l’entrée standard.</translation>
    </message>
    <message>
        <source>profiles add needs a name for the server.</source>
        <translation>profiles add demande un nom pour le serveur.</translation>
    </message>
    <message>
        <source>--for and --count belong to sealport serve: they are not stored.</source>
        <translation>--for et --count sont pour sealport serve&#xa0;: ils ne sont pas enregistrés.</translation>
    </message>
    <message>
        <source>--pass-file belongs to sealport serve: pass phrases are not stored.</source>
        <translation>--pass-file est pour sealport serve&#xa0;: les phrases secrètes ne sont pas enregistrées.</translation>
    </message>
    <message>
        <source>profiles does not know &apos;%1&apos;: it knows %2.</source>
        <translation>profiles ne connaît pas «&#xa0;%1&#xa0;»&#xa0;: il connaît %2.</translation>
    </message>
    <message>
        <source>%1, at a port that the system chooses</source>
        <translation>%1, sur un port choisi par le système</translation>
    </message>
    <message>
        <source>%1 (by its thumbprint)</source>
        <translation>%1 (par son empreinte numérique)</translation>
    </message>
    <message>
        <source>%1 (by its name)</source>
        <translation>%1 (par son nom)</translation>
    </message>
    <message>
        <source>%1 (by its application id)</source>
        <translation>%1 (par son identifiant d’application)</translation>
    </message>
    <message>
        <source>chain</source>
        <translation>chaîne</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>address use</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>listens on</source>
        <translation>écoute sur</translation>
    </message>
    <message>
        <source>protocols</source>
        <translation>protocoles</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problème</translation>
    </message>
    <message>
        <source>The trash keeps the servers as they were for %1 days. To put back what is gone: %2</source>
        <translation>La corbeille garde %1 jours les serveurs tels qu’ils étaient. Pour rétablir ce qui a disparu&#xa0;: %2</translation>
    </message>
    <message>
        <source>See sealport profiles --help.</source>
        <translation>Voir sealport profiles --help.</translation>
    </message>
    <message>
        <source>Exported:</source>
        <translation>Exporté&#xa0;:</translation>
    </message>
    <message>
        <source>sealport profiles add NAME [options of sealport serve]
    Stores a server; the options describe it as for sealport serve, whose --help lists them.
    Without --cert or --cert-file it has the certificate of the first stored server.
    --auto-start       the window starts it when it opens
    --replace          instead of a server of this name
</source>
        <translation>sealport profiles add NOM [options de sealport serve]
    Enregistre un serveur&#xa0;; les options le décrivent comme pour sealport serve, dont --help en donne la liste.
    Sans --cert ni --cert-file, il a le certificat du premier serveur enregistré.
    --auto-start       la fenêtre le démarre quand elle s’ouvre
    --replace          à la place d’un serveur de ce nom
</translation>
    </message>
    <message>
        <source>What it does otherwise, and what it needs (also in its comments):</source>
        <translation>Ce qu’il fait autrement, et ce qu’il lui faut (aussi dans ses commentaires)&#xa0;:</translation>
    </message>
    <message>
        <source>It needs files that are made like this, before it starts:</source>
        <translation>Il lui faut des fichiers que l’on crée ainsi, avant son démarrage&#xa0;:</translation>
    </message>
    <message>
        <source>sealport profiles export NAME --as FORMAT
    A stored server for other programs; what the form has no words for stands in comments.
    --as json|wlanguage           for Sealport elsewhere, for WinDev
    --as nginx|apache|haproxy|caddy|stunnel
                                  as their configuration, with the same TLS settings
    --as openssl|gnutls           as a script that runs openssl s_server, gnutls-serv
    --out FILE         default: standard output; an existing file is left alone
    --force            overwrite FILE
    --language fr|en   of WLanguage code (default: French where that is yours)
</source>
        <translation>sealport profiles export NOM --as FORME
    Un serveur enregistré, pour d’autres programmes&#xa0;; ce que la forme ne sait pas dire est en commentaire.
    --as json|wlanguage           pour un autre Sealport, pour WinDev
    --as nginx|apache|haproxy|caddy|stunnel
                                  comme leur configuration, avec les mêmes réglages TLS
    --as openssl|gnutls           comme un script qui lance openssl s_server, gnutls-serv
    --out FICHIER      par défaut&#xa0;: la sortie standard&#xa0;; un fichier existant n’est pas touché
    --force            écraser FICHIER
    --language fr|en   du code WLangage (par défaut&#xa0;: le français si c’est votre langue)
</translation>
    </message>
    <message>
        <source>Write everything that passes into this file (pcapng), with what decrypts it, up to 1 GiB.</source>
        <translation>Écrire tout ce qui passe dans ce fichier (pcapng), avec de quoi le déchiffrer, jusqu’à 1 Gio.</translation>
    </message>
    <message>
        <source>Keep what decrypts the connections out of the capture.</source>
        <translation>Ne pas mettre dans la capture ce qui déchiffre les connexions.</translation>
    </message>
    <message>
        <source>Most data that a client of TLS 1.3 that comes back may send at once, up to 16777216 (default 0: none).</source>
        <translation>Quantité de données qu’un client TLS 1.3 qui revient peut envoyer d’emblée, jusqu’à 16777216 (0 par défaut&#xa0;: aucune).</translation>
    </message>
    <message>
        <source>Time for a handshake, and for what is said before --starttls: 0.1 to 3600 (default 10), or 0 for ever.</source>
        <translation>Temps pour une négociation, et pour ce qui est dit avant --starttls&#xa0;: 0.1 à 3600 (10 par défaut), ou 0 sans limite.</translation>
    </message>
    <message>
        <source>--%1 is about TLS, and this server is plain: it does without TLS. Leave the option out, or use --starttls.</source>
        <translation>--%1 concerne TLS, et ce serveur est en clair&#xa0;: il se passe de TLS. Omettez l’option, ou utilisez --starttls.</translation>
    </message>
    <message>
        <source>The server %1 starts with the window: switch that off in its menu if you do not want it.</source>
        <translation>Le serveur %1 démarre avec la fenêtre&#xa0;: désactivez cela dans son menu si vous n’en voulez pas.</translation>
    </message>
    <message>
        <source>Begin in smtp, imap, pop3, ftp, ldap or postgres, and with TLS when the client asks; inside TLS the protocol goes on, unless --reply says otherwise.</source>
        <translation>Commencer en smtp, imap, pop3, ftp, ldap ou postgres, et passer à TLS quand le client le demande&#xa0;; dans TLS le protocole se poursuit, sauf si --reply dit autre chose.</translation>
    </message>
    <message>
        <source>echo (default), discard, http, page, text:STRING, file:PATH (a file or a folder over HTTP), dialogue:FILE (a script) or protocol (default with --starttls).</source>
        <translation>echo (par défaut), discard, http, page, text:CHAÎNE, file:CHEMIN (un fichier ou un dossier par HTTP), dialogue:FICHIER (un script) ou protocol (par défaut avec --starttls).</translation>
    </message>
    <message>
        <source>--no-capture-secrets says what a capture holds: it needs --capture.</source>
        <translation>--no-capture-secrets dit ce que contient une capture&#xa0;: il lui faut --capture.</translation>
    </message>
</context>
<context>
    <name>ConnectionModel</name>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>ALPN</source>
        <translation>ALPN</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Reprise</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Négociation</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Génération</translation>
    </message>
    <message>
        <source>Counts what the server was started with and has taken over since.</source>
        <translation>Numéro d’ordre des réglages&#xa0;: ceux du démarrage, puis chaque modification appliquée depuis.</translation>
    </message>
</context>
<context>
    <name>ConnectionReport</name>
    <message>
        <source>Agreed on</source>
        <translation>Convenu</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Cipher suite</source>
        <translation>Suite de chiffrement</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>ALPN</source>
        <translation>ALPN</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>reprise</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
    <message>
        <source>The client offers</source>
        <translation>Le client propose</translation>
    </message>
    <message>
        <source>a first message that cannot be read (at octet %1: %2)</source>
        <translation>un premier message illisible (à l’octet %1&#xa0;: %2)</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>Nom du serveur</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Cipher suites</source>
        <translation>Suites de chiffrement</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Extensions</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>GSKit code</source>
        <translation>Code GSKit</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Négociation</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 reçus, %2 envoyés</translation>
    </message>
    <message>
        <source>Early data</source>
        <translation>Données anticipées</translation>
    </message>
    <message>
        <source>%1, taken</source>
        <translation>%1, acceptées</translation>
    </message>
    <message>
        <source>refused, to be sent again</source>
        <translation>refusées, à renvoyer</translation>
    </message>
</context>
<context>
    <name>ConnectionState</name>
    <message>
        <source>connected</source>
        <translation>connectée</translation>
    </message>
    <message>
        <source>handshaking</source>
        <translation>négociation</translation>
    </message>
    <message>
        <source>secured</source>
        <translation>sécurisée</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>en clair</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
</context>
<context>
    <name>Dialogue</name>
    <message>
        <source>Hexadecimal digits are missing here. Write two for each octet, as in 0d 0a.</source>
        <translation>Il manque ici des chiffres hexadécimaux. Écrivez-en deux par octet, comme dans 0d 0a.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no hexadecimal digit. Write two of 0 to 9 and a to f for each octet, as in 0d 0a.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un chiffre hexadécimal. Écrivez-en deux par octet, de 0 à 9 et de a à f, comme dans 0d 0a.</translation>
    </message>
    <message>
        <source>Say how long, with its unit: 200 ms, or 1.5 s.</source>
        <translation>Indiquez la durée avec son unité&#xa0;: 200 ms, ou 1.5 s.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no time up to one hour. Write it with its unit: 200 ms, or 1.5 s.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une durée d’une heure au plus. Écrivez-la avec son unité&#xa0;: 200 ms, ou 1.5 s.</translation>
    </message>
    <message>
        <source>Say how many bytes, as in: wait 4 bytes.</source>
        <translation>Indiquez combien d’octets, comme dans&#xa0;: wait 4 bytes.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no number of bytes. Write a whole number, as in: wait 4 bytes.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre d’octets. Écrivez un nombre entier, comme dans&#xa0;: wait 4 bytes.</translation>
    </message>
    <message>
        <source>A backslash stands alone. These have a meaning: %1</source>
        <translation>Une barre oblique inverse est seule. Celles-ci ont un sens&#xa0;: %1</translation>
    </message>
    <message>
        <source>&apos;\%1&apos; has no meaning. These have one: %2</source>
        <translation>«&#xa0;\%1&#xa0;» n’a pas de sens. Ceux-ci en ont un&#xa0;: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no step. The steps are: wait, send, delay, close, reset, repeat, on.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une étape. Les étapes sont&#xa0;: wait, send, delay, close, reset, repeat, on.</translation>
    </message>
    <message>
        <source>Say what is to be sent: a text in quotes, as in %1, or hex 0d 0a.</source>
        <translation>Indiquez ce qu’il faut envoyer&#xa0;: un texte entre guillemets, comme %1, ou hex 0d 0a.</translation>
    </message>
    <message>
        <source>Say what is waited for: a text in quotes, as in %1, hex 0d 0a, or a pattern, as in %2.</source>
        <translation>Indiquez ce qui est attendu&#xa0;: un texte entre guillemets, comme %1, hex 0d 0a, ou un motif, comme %2.</translation>
    </message>
    <message>
        <source>The text that begins here has no end. Close it with a quote; a quote inside is written %1.</source>
        <translation>Le texte qui commence ici n’a pas de fin. Fermez-le par un guillemet&#xa0;; un guillemet à l’intérieur s’écrit %1.</translation>
    </message>
    <message>
        <source>The pattern that begins here has no end. Close it with a slash; a slash inside is written %1.</source>
        <translation>Le motif qui commence ici n’a pas de fin. Fermez-le par une barre oblique&#xa0;; une barre à l’intérieur s’écrit %1.</translation>
    </message>
    <message>
        <source>The pattern cannot be understood: %1.</source>
        <translation>Le motif est incompréhensible&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The pattern is found even where nothing has come. Change it so that it needs a character at least, + instead of * for example.</source>
        <translation>Le motif est trouvé même quand rien n’est arrivé. Changez-le pour qu’il demande au moins un caractère, + au lieu de * par exemple.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; behind a pattern has no meaning. Only i does: upper and lower case are the same.</source>
        <translation>«&#xa0;%1&#xa0;» derrière un motif n’a pas de sens. Seul i en a un&#xa0;: majuscules et minuscules y sont égales.</translation>
    </message>
    <message>
        <source>A hexadecimal digit stands alone. Write two for each octet, 0d instead of d.</source>
        <translation>Un chiffre hexadécimal est seul. Écrivez-en deux par octet, 0d au lieu de d.</translation>
    </message>
    <message>
        <source>This is longer than what can be waited for: %1 bytes. Shorten it.</source>
        <translation>C’est plus long que ce qui peut être attendu&#xa0;: %1 octets. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>Say what is to be done when this comes: send and what, close, or reset.</source>
        <translation>Indiquez ce qu’il faut faire quand cela arrive&#xa0;: send et quoi, close ou reset.</translation>
    </message>
    <message>
        <source>Bytes can be counted by wait alone. Give a text in quotes, or a pattern.</source>
        <translation>Seul wait peut compter des octets. Indiquez un texte entre guillemets, ou un motif.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is more than this step takes. Write one step a line.</source>
        <translation>«&#xa0;%1&#xa0;» est de trop pour cette étape. Écrivez une étape par ligne.</translation>
    </message>
    <message>
        <source>A dialogue has %1 lines at most. Shorten it.</source>
        <translation>Un dialogue a au plus %1 lignes. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>A dialogue has %1 lines with on at most. Leave some out.</source>
        <translation>Un dialogue a au plus %1 lignes avec on. Retirez-en.</translation>
    </message>
    <message>
        <source>A dialogue has %1 at most. Shorten it.</source>
        <translation>Un dialogue fait au plus %1. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>The dialogue has no step. Write one a line, for example: %1</source>
        <translation>Le dialogue n’a aucune étape. Écrivez-en une par ligne, par exemple&#xa0;: %1</translation>
    </message>
    <message>
        <source>Dialogue, line %1, column %2: %3</source>
        <translation>Dialogue, ligne %1, colonne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <translation>%1, ligne %2, colonne %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>No client ever comes to this step: it stands behind %1. Move it up, or take it out.</source>
        <translation>Aucun client n’arrive jamais à cette étape&#xa0;: elle se trouve derrière %1. Déplacez-la plus haut ou supprimez-la.</translation>
    </message>
    <message>
        <source>There is nothing to repeat: no step in front of it sends anything or waits for the client. Rules with on stay in force without it.</source>
        <translation>Il n’y a rien à répéter&#xa0;: aucune étape qui précède n’envoie quoi que ce soit ni n’attend le client. Les règles «&#xa0;on&#xa0;» restent en vigueur sans cela.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>%1 holds a private key and no certificate. Choose the certificate&apos;s file, which begins with BEGIN CERTIFICATE.</source>
        <translation>%1 contient une clé privée, mais aucun certificat. Choisissez le fichier du certificat, qui commence par BEGIN CERTIFICATE.</translation>
    </message>
    <message>
        <source>%1 holds a certificate request, not a certificate. Send it to a certificate authority and use what comes back.</source>
        <translation>%1 contient une demande de certificat, pas un certificat. Envoyez-la à une autorité de certification (AC) et utilisez ce qu’elle renvoie.</translation>
    </message>
    <message>
        <source>%1 holds a public key and no certificate. Choose the file of the certificate.</source>
        <translation>%1 contient une clé publique, mais aucun certificat. Choisissez le fichier du certificat.</translation>
    </message>
    <message>
        <source>%1 holds a certificate revocation list and no certificate. Choose the file of the certificate.</source>
        <translation>%1 contient une liste de révocation de certificats, mais aucun certificat. Choisissez le fichier du certificat.</translation>
    </message>
    <message>
        <source>Did you mean &apos;de&apos;? Translation programs make &apos;of&apos; of it.</source>
        <translation>Vouliez-vous dire «&#xa0;de&#xa0;»&#xa0;? Les logiciels de traduction en font «&#xa0;of&#xa0;».</translation>
    </message>
    <message>
        <source>Did you mean the digit 0?</source>
        <translation>Vouliez-vous dire le chiffre 0&#xa0;?</translation>
    </message>
    <message>
        <source>Did you mean the digit 1?</source>
        <translation>Vouliez-vous dire le chiffre 1&#xa0;?</translation>
    </message>
    <message>
        <source>Copy it again, or choose the certificate from the list.</source>
        <translation>Copiez-la de nouveau, ou choisissez le certificat dans la liste.</translation>
    </message>
    <message>
        <source>This is no thumbprint: it must consist of hexadecimal digits. Copy it again, or choose the certificate from the list.</source>
        <translation>Ce n’est pas une empreinte numérique&#xa0;: elle ne doit contenir que des chiffres hexadécimaux. Copiez-la de nouveau, ou choisissez le certificat dans la liste.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no thumbprint: character %2 is &apos;%3&apos;, which is no hexadecimal digit. %4</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une empreinte numérique&#xa0;: le caractère %2 est «&#xa0;%3&#xa0;», qui n’est pas un chiffre hexadécimal. %4</translation>
    </message>
    <message>
        <source>There is no server yet. Create one first.</source>
        <translation>Il n’y a encore aucun serveur. Créez-en d’abord un.</translation>
    </message>
    <message>
        <source>There is no server named &apos;%1&apos;. Names are case-sensitive: check the spelling, or create it.</source>
        <translation>Il n’y a aucun serveur nommé «&#xa0;%1&#xa0;». Les majuscules comptent&#xa0;: vérifiez l’orthographe, ou créez-le.</translation>
    </message>
    <message>
        <source>The server &apos;%1&apos; has a value for %2 that cannot be used. Correct it.</source>
        <translation>Le serveur «&#xa0;%1&#xa0;» a pour «&#xa0;%2&#xa0;» une valeur inutilisable. Corrigez-la.</translation>
    </message>
    <message>
        <source>%1 does not exist. Check the path.</source>
        <translation>%1 n’existe pas. Vérifiez le chemin.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that it is a file and that you may read it.</source>
        <translation>Impossible de lire %1. Vérifiez que c’est un fichier et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder, your rights in it, and the free space.</source>
        <translation>Impossible d’écrire %1. Vérifiez le dossier, vos droits sur celui-ci et l’espace libre.</translation>
    </message>
    <message>
        <source>%1 is larger than %2, so it is no certificate file and was not read. Choose another one.</source>
        <translation>%1 dépasse %2&#xa0;: ce n’est pas un fichier de certificat, et il n’a pas été lu. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>%1 is empty: nothing was written into it. Export or copy it again.</source>
        <translation>%1 est vide&#xa0;: rien n’y a été écrit. Exportez-le ou copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>%1 holds no private key. Choose the file that was made with the certificate request; it begins with BEGIN PRIVATE KEY.</source>
        <translation>%1 ne contient aucune clé privée. Choisissez le fichier créé avec la demande de certificat&#xa0;; il commence par BEGIN PRIVATE KEY.</translation>
    </message>
    <message>
        <source>The certificate in %1 is damaged or cut short. Export or copy it again.</source>
        <translation>Le certificat dans %1 est endommagé ou tronqué. Exportez-le ou copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>The private key in %1 is damaged or cut short. Export or copy it again.</source>
        <translation>La clé privée dans %1 est endommagée ou tronquée. Exportez-la ou copiez-la de nouveau.</translation>
    </message>
    <message>
        <source>The PEM text in %1 is wrong in line %2: a character that is not Base64, or BEGIN without END. Copy it again as a whole.</source>
        <translation>Le texte PEM dans %1 est erroné à la ligne %2&#xa0;: un caractère qui n’est pas du Base64, ou BEGIN sans END. Copiez-le de nouveau en entier.</translation>
    </message>
    <message>
        <source>%1 is protected by a pass phrase and none was given. Give the pass phrase.</source>
        <translation>%1 est protégé par une phrase secrète, et aucune n’a été donnée. Donnez la phrase secrète.</translation>
    </message>
    <message>
        <source>The pass phrase does not open %1. Check the keyboard layout and capital letters.</source>
        <translation>La phrase secrète n’ouvre pas %1. Vérifiez la disposition du clavier et les majuscules.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has %2 hexadecimal digits; a thumbprint has 40 (SHA-1) or 64 (SHA-256), more rarely 32, 96 or 128. Copy it again as a whole.</source>
        <translation>«&#xa0;%1&#xa0;» a %2 chiffres hexadécimaux&#xa0;; une empreinte numérique en a 40 (SHA-1) ou 64 (SHA-256), plus rarement 32, 96 ou 128. Copiez-la de nouveau en entier.</translation>
    </message>
    <message>
        <source>No certificate is known as &apos;%1&apos;. Check the spelling, or choose one from the list.</source>
        <translation>Aucun certificat n’est connu sous «&#xa0;%1&#xa0;». Vérifiez l’orthographe, ou choisissez-en un dans la liste.</translation>
    </message>
    <message>
        <source>Several certificates are known as &apos;%1&apos;. Name one by its thumbprint.</source>
        <translation>Plusieurs certificats sont connus sous «&#xa0;%1&#xa0;». Désignez-en un par son empreinte numérique.</translation>
    </message>
    <message>
        <source>No certificate is chosen, and a TLS server cannot do without. Choose one, or create one.</source>
        <translation>Aucun certificat n’est choisi, et un serveur TLS ne peut s’en passer. Choisissez-en un, ou créez-en un.</translation>
    </message>
    <message>
        <source>The server &apos;%1&apos; has no certificate, and TLS cannot do without. Choose one, or create one.</source>
        <translation>Le serveur «&#xa0;%1&#xa0;» n’a pas de certificat, et TLS ne peut s’en passer. Choisissez-en un, ou créez-en un.</translation>
    </message>
    <message>
        <source>The certificate &apos;%1&apos; is here without its private key, and a server must have both. Import the key too, or choose another certificate.</source>
        <translation>Le certificat «&#xa0;%1&#xa0;» est ici sans sa clé privée, et un serveur a besoin des deux. Importez aussi la clé, ou choisissez un autre certificat.</translation>
    </message>
    <message>
        <source>The private key does not belong to the certificate &apos;%1&apos;. Choose the key that the certificate was requested with.</source>
        <translation>La clé privée ne correspond pas au certificat «&#xa0;%1&#xa0;». Choisissez la clé avec laquelle le certificat a été demandé.</translation>
    </message>
    <message>
        <source>A name is missing. Give one of 1 to 64 characters.</source>
        <translation>Il manque un nom. Donnez-en un de 1 à 64&#xa0;caractères.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be a name: it is too long, or holds characters that cannot be seen. Give one of 1 to 64 visible characters.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être un nom&#xa0;: il est trop long, ou contient des caractères invisibles. Donnez-en un de 1 à 64&#xa0;caractères visibles.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no host name, IP address, mailbox or URI. Write for example localhost, *.example.org, 127.0.0.1, email:me@example.org or URI:https://example.org/.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni un nom d’hôte, ni une adresse IP, ni une adresse e-mail, ni un URI. Écrivez par exemple localhost, *.example.org, 127.0.0.1, email:moi@example.org ou URI:https://example.org/.</translation>
    </message>
    <message>
        <source>The validity of &apos;%1&apos; must end after it begins, and lie between the years 1950 and 9999. Correct the dates.</source>
        <translation>La validité de «&#xa0;%1&#xa0;» doit finir après son début, et se situer entre les années 1950 et 9999. Corrigez les dates.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no kind of key that can be made. Use rsa:2048 to rsa:8192, ec:P-256, ec:P-384, ec:P-521, ed25519 or ed448.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un type de clé qui puisse être créé. Utilisez rsa:2048 à rsa:8192, ec:P-256, ec:P-384, ec:P-521, ed25519 ou ed448.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; exists already. Choose another name.</source>
        <translation>«&#xa0;%1&#xa0;» existe déjà. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>%1 is not available: %2 does not offer it. Leave it out.</source>
        <translation>%1 n’est pas disponible&#xa0;: %2 ne l’offre pas. Retirez-le.</translation>
    </message>
    <message>
        <source>No protocol is chosen, so nobody could connect. Choose at least one; TLS 1.2 and TLS 1.3 fit clients of today.</source>
        <translation>Aucun protocole n’est choisi, personne ne pourrait donc se connecter. Choisissez-en au moins un&#xa0;; TLS&#xa0;1.2 et TLS&#xa0;1.3 conviennent aux clients actuels.</translation>
    </message>
    <message>
        <source>OpenSSL finds no cipher suite for &apos;%1&apos;. Check the spelling, or leave it empty for the default.</source>
        <translation>OpenSSL ne trouve aucune suite de chiffrement pour «&#xa0;%1&#xa0;». Vérifiez l’orthographe, ou laissez vide pour la valeur par défaut.</translation>
    </message>
    <message>
        <source>Port %1 is outside %2 to %3, the range of SocketCreateSSL. Choose one inside it, or allow any port.</source>
        <translation>Le port %1 est hors de la plage %2 à %3 de SocketCréeSSL. Choisissez-en un dans cette plage, ou autorisez tous les ports.</translation>
    </message>
    <message>
        <source>The address to listen on is missing. Give an IP address or a host name; 127.0.0.1 is this computer alone.</source>
        <translation>L’adresse d’écoute manque. Donnez une adresse IP ou un nom d’hôte&#xa0;; 127.0.0.1 désigne ce seul ordinateur.</translation>
    </message>
    <message>
        <source>The host name &apos;%1&apos; leads to no address. Check the spelling, or give an IP address.</source>
        <translation>Le nom d’hôte «&#xa0;%1&#xa0;» ne mène à aucune adresse. Vérifiez l’orthographe, ou donnez une adresse IP.</translation>
    </message>
    <message>
        <source>%1 is not an address of this computer, so a server cannot listen on it. Choose one of its own; 127.0.0.1 is always there.</source>
        <translation>%1 n’est pas une adresse de cet ordinateur&#xa0;; un serveur ne peut pas y écouter. Choisissez une des siennes&#xa0;; 127.0.0.1 existe toujours.</translation>
    </message>
    <message>
        <source>The system reserves the port of %1 for the administrator. Choose one of 1024 or more.</source>
        <translation>Le système réserve le port de %1 à l’administrateur. Choisissez-en un à partir de 1024.</translation>
    </message>
    <message>
        <source>The system allows this program no more open files and connections. Close some, or raise the limit (ulimit -n).</source>
        <translation>Le système n’accorde plus de fichiers ni de connexions à ce programme. Fermez-en, ou relevez la limite (ulimit -n).</translation>
    </message>
    <message>
        <source>The system does not let a server listen on %1. Try another address or port.</source>
        <translation>Le système ne laisse pas de serveur écouter sur %1. Essayez une autre adresse ou un autre port.</translation>
    </message>
    <message>
        <source>%1 does not understand &apos;%2&apos;. Allowed: %3.</source>
        <translation>%1 ne comprend pas «&#xa0;%2&#xa0;». Valeurs admises&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong (%1). Try again; if it stays, report it with the details.</source>
        <translation>Une erreur inattendue s’est produite (%1). Réessayez&#xa0;; si elle persiste, signalez-la avec les détails.</translation>
    </message>
    <message>
        <source>The text of the reply has %1 characters, and %2 is the most that is kept. Shorten it.</source>
        <translation>Le texte de la réponse compte %1 caractères, et %2 au plus sont conservés. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>%1 could not be read. It was kept as %2, and a new one was begun.</source>
        <translation>%1 n’a pas pu être lu. Il a été conservé sous le nom %2, et un nouveau a été commencé.</translation>
    </message>
    <message>
        <source>The key of &apos;%1&apos; (%2) does not work with %3, so every client would fail. Choose other protocols, or a certificate with an RSA or EC P-256 key.</source>
        <translation>La clé de «&#xa0;%1&#xa0;» (%2) ne fonctionne pas avec %3&#xa0;: tous les clients échoueraient. Choisissez d’autres protocoles, ou un certificat avec une clé RSA ou EC P-256.</translation>
    </message>
    <message>
        <source>The time for a handshake</source>
        <translation>La durée d’une négociation</translation>
    </message>
    <message>
        <source>The time without traffic after which a connection is closed</source>
        <translation>La durée sans trafic après laquelle une connexion est fermée</translation>
    </message>
    <message>
        <source>The number of connections at a time</source>
        <translation>Le nombre de connexions simultanées</translation>
    </message>
    <message>
        <source>The number of bytes that are kept for a client that does not read</source>
        <translation>Le nombre d’octets conservés pour un client qui ne lit pas</translation>
    </message>
    <message>
        <source>%1 must lie between %2 and %3, or be 0 for ever. Correct it.</source>
        <translation>%1 doit être compris(e) entre %2 et %3, ou valoir 0 (sans limite). Corrigez cette valeur.</translation>
    </message>
    <message>
        <source>%1 must lie between %2 and %3. Correct it.</source>
        <translation>%1 doit être compris(e) entre %2 et %3. Corrigez cette valeur.</translation>
    </message>
    <message>
        <source>None of the certificates in %1 issued &apos;%2&apos;. Choose the file of its issuer (CA), or leave the chain out.</source>
        <translation>Aucun des certificats de %1 n’a émis «&#xa0;%2&#xa0;». Choisissez le fichier de son émetteur (AC), ou ne donnez pas de chaîne.</translation>
    </message>
    <message>
        <source>The certificate &apos;%1&apos; does not allow its key to sign (its key usage lacks digitalSignature), and %2 cannot do without. Choose a certificate made for servers.</source>
        <translation>Le certificat «&#xa0;%1&#xa0;» ne permet pas à sa clé de signer (digitalSignature manque à son usage de clé), et %2 ne peut s’en passer. Choisissez un certificat destiné aux serveurs.</translation>
    </message>
    <message>
        <source>The certificate request in %1 is damaged or cut short. Export or copy it again.</source>
        <translation>La demande de certificat dans %1 est endommagée ou tronquée. Exportez-la ou copiez-la de nouveau.</translation>
    </message>
    <message>
        <source>The certificate revocation list in %1 is damaged or cut short. Export or copy it again.</source>
        <translation>La liste de révocation dans %1 est endommagée ou tronquée. Exportez-la ou copiez-la de nouveau.</translation>
    </message>
    <message>
        <source>The container in %1 is damaged or cut short. Export or copy it again.</source>
        <translation>Le conteneur dans %1 est endommagé ou tronqué. Exportez-le ou copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>archive ZIP</translation>
    </message>
    <message>
        <source>gzip archive</source>
        <translation>archive gzip</translation>
    </message>
    <message>
        <source>bzip2 archive</source>
        <translation>archive bzip2</translation>
    </message>
    <message>
        <source>xz archive</source>
        <translation>archive xz</translation>
    </message>
    <message>
        <source>Zstandard archive</source>
        <translation>archive Zstandard</translation>
    </message>
    <message>
        <source>7-Zip archive</source>
        <translation>archive 7-Zip</translation>
    </message>
    <message>
        <source>RAR archive</source>
        <translation>archive RAR</translation>
    </message>
    <message>
        <source>tar archive</source>
        <translation>archive tar</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>document PDF</translation>
    </message>
    <message>
        <source>RTF document</source>
        <translation>document RTF</translation>
    </message>
    <message>
        <source>XML document</source>
        <translation>document XML</translation>
    </message>
    <message>
        <source>Microsoft Office document</source>
        <translation>document Microsoft Office</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>page HTML</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>image PNG</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>image JPEG</translation>
    </message>
    <message>
        <source>GIF image</source>
        <translation>image GIF</translation>
    </message>
    <message>
        <source>ELF program</source>
        <translation>programme ELF</translation>
    </message>
    <message>
        <source>Windows program</source>
        <translation>programme Windows</translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation>base de données SQLite</translation>
    </message>
    <message>
        <source>Berkeley database</source>
        <translation>base de données Berkeley</translation>
    </message>
    <message>
        <source>OpenPGP data</source>
        <translation>données OpenPGP</translation>
    </message>
    <message>
        <source>SSH public key</source>
        <translation>clé publique SSH</translation>
    </message>
    <message>
        <source>OpenSSH public key</source>
        <translation>clé publique OpenSSH</translation>
    </message>
    <message>
        <source>key parameters</source>
        <translation>paramètres de clé</translation>
    </message>
    <message>
        <source>PKCS #7 container</source>
        <translation>conteneur PKCS #7</translation>
    </message>
    <message>
        <source>empty PKCS #12 container</source>
        <translation>conteneur PKCS #12 vide</translation>
    </message>
    <message>
        <source>empty Java keystore</source>
        <translation>magasin de clés Java vide</translation>
    </message>
    <message>
        <source>%1 holds an OpenSSH private key, in a form that only SSH programs read, and no certificate. Export it as PEM (PKCS #8), or choose another file.</source>
        <translation>%1 contient une clé privée OpenSSH, sous une forme que seuls les programmes SSH lisent, et aucun certificat. Exportez-la en PEM (PKCS #8), ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>%1 holds a PuTTY private key, in a form that only PuTTY reads, and no certificate. Export it as PEM (PKCS #8), or choose another file.</source>
        <translation>%1 contient une clé privée PuTTY, sous une forme que seul PuTTY lit, et aucun certificat. Exportez-la en PEM (PKCS #8), ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>%1 holds no certificate. PEM, DER, PKCS #7, PKCS #12 and Java keystore files can be read.</source>
        <translation>%1 ne contient aucun certificat. Les fichiers PEM, DER, PKCS #7, PKCS #12 et les magasins de clés Java peuvent être lus.</translation>
    </message>
    <message>
        <source>%1 holds no certificate that can be read here, but this: %2. Choose another file, or export the certificate as PEM, DER or PKCS #12.</source>
        <translation>%1 ne contient aucun certificat lisible ici, mais ceci&#xa0;: %2. Choisissez un autre fichier, ou exportez le certificat en PEM, DER ou PKCS #12.</translation>
    </message>
    <message>
        <source>%1 is cut short: it says that it has %2 bytes, and %3 are there. Export or copy it again.</source>
        <translation>%1 est tronqué&#xa0;: il annonce %2 octets et en contient %3. Exportez-le ou copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>%1 is cut short: the PEM block that begins in line %2 has no END. Copy it again as a whole.</source>
        <translation>%1 est tronqué&#xa0;: le bloc PEM qui commence à la ligne %2 n’a pas de END. Copiez-le de nouveau en entier.</translation>
    </message>
    <message>
        <source>%1 is cut short: it ends in the middle. Export or copy it again.</source>
        <translation>%1 est tronqué&#xa0;: il s’arrête au milieu. Exportez-le ou copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>The private key of &apos;%1&apos; is not written into PKCS #12 without a pass phrase. Give one.</source>
        <translation>La clé privée de «&#xa0;%1&#xa0;» n’est pas écrite en PKCS #12 sans phrase secrète. Donnez-en une.</translation>
    </message>
    <message>
        <source>What was written to %1 does not read back as it should, so it was not kept. Try another place or another format.</source>
        <translation>Ce qui a été écrit dans %1 ne se relit pas comme il le devrait et n’a donc pas été gardé. Essayez un autre endroit ou un autre format.</translation>
    </message>
    <message>
        <source>The private key in %1 belongs to none of the certificates here, so it was not imported. Import its certificate too.</source>
        <translation>La clé privée dans %1 n’appartient à aucun des certificats présents et n’a donc pas été importée. Importez aussi son certificat.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot stand in the subject. Write for example O=Example,C=FR: C (two letters), ST, L, O, OU or emailAddress, each with a value that is not too long.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas figurer dans le sujet. Écrivez par exemple O=Exemple,C=FR&#xa0;: C (deux lettres), ST, L, O, OU ou emailAddress, chacun avec une valeur qui n’est pas trop longue.</translation>
    </message>
    <message>
        <source>The path length &apos;%1&apos; cannot be used: only an authority has one, from 0 to 255. Correct it, or leave it out.</source>
        <translation>La longueur de chemin «&#xa0;%1&#xa0;» ne convient pas&#xa0;: seule une autorité en a une, de 0 à 255. Corrigez-la, ou omettez-la.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no address that clients can fetch. Write for example http://example.org/ca.crl.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse que les clients peuvent consulter. Écrivez par exemple http://example.org/ca.crl.</translation>
    </message>
    <message>
        <source>The request for &apos;%1&apos; is not signed by its own key, so nobody has shown to hold that key. Have it made again.</source>
        <translation>La demande pour «&#xa0;%1&#xa0;» n’est pas signée par sa propre clé&#xa0;: rien ne prouve que le demandeur la détient. Faites-la refaire.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was issued by &apos;%2&apos;, which is not in the store with its private key. Import that authority with its key.</source>
        <translation>«&#xa0;%1&#xa0;» a été émis par «&#xa0;%2&#xa0;», qui n’est pas dans le magasin avec sa clé privée. Importez cette autorité avec sa clé.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not issued by &apos;%2&apos;, so only another authority can revoke it. Name that one.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été émis par «&#xa0;%2&#xa0;»&#xa0;: seule une autre autorité peut le révoquer. Indiquez celle-là.</translation>
    </message>
    <message>
        <source>It begins in line %1.</source>
        <translation>Cela commence à la ligne %1.</translation>
    </message>
    <message>
        <source>Whom %1 trusts could not be changed.</source>
        <translation>La confiance de %1 n’a pas pu être modifiée.</translation>
    </message>
    <message>
        <source>Only the administrator may change %1. Run the same command with sudo and --data-dir, or install pkexec.</source>
        <translation>Seul l’administrateur peut modifier %1. Lancez la même commande avec sudo et --data-dir, ou installez pkexec.</translation>
    </message>
    <message>
        <source>The program %1 is needed for that. Install the package %2.</source>
        <translation>Il faut pour cela le programme %1. Installez le paquet %2.</translation>
    </message>
    <message>
        <source>No NSS database was found in your home folder. Start Firefox or Chromium once.</source>
        <translation>Aucune base NSS n’a été trouvée dans votre dossier personnel. Démarrez une fois Firefox ou Chromium.</translation>
    </message>
    <message>
        <source>This system has no folder for authorities that Sealport knows.</source>
        <translation>Ce système n’a pas de dossier d’autorités que Sealport connaisse.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; in the PKCS#11 URI %2 cannot be used here. Allowed: model, manufacturer, serial, token, object, id and type, then module-path behind a question mark; each once.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être utilisé ici dans l’URI PKCS#11 %2. Permis&#xa0;: model, manufacturer, serial, token, object, id et type, puis module-path après un point d’interrogation&#xa0;; chacun une seule fois.</translation>
    </message>
    <message>
        <source>A PIN does not belong into a URI, where it would be stored and everybody could read it. Leave it out; it is asked for, or comes from --pass-file.</source>
        <translation>Un code PIN n’a pas sa place dans un URI, où il serait enregistré et lisible par tous. Retirez-le&#xa0;; il sera demandé, ou vient de --pass-file.</translation>
    </message>
    <message>
        <source>%1 cannot be used as a PKCS#11 module. Check that it is one, that it is meant for this system, and that it is set up.</source>
        <translation>%1 n’est pas utilisable comme module PKCS#11. Vérifiez que c’en est un, qu’il est fait pour ce système et qu’il est configuré.</translation>
    </message>
    <message>
        <source>NSS opens one database at a time, and a server uses a key of %2. Stop that server, then open %1 again.</source>
        <translation>NSS n’ouvre qu’une base à la fois, et un serveur utilise une clé de %2. Arrêtez ce serveur, puis rouvrez %1.</translation>
    </message>
    <message>
        <source>No token fits %1. Put the card or key in, and check the reader and the spelling.</source>
        <translation>Aucun jeton ne correspond à %1. Insérez la carte ou la clé, puis vérifiez le lecteur et l’orthographe.</translation>
    </message>
    <message>
        <source>Several tokens fit %1, and a PIN must not be tried on the wrong one. Name one by its serial number:</source>
        <translation>Plusieurs jetons correspondent à %1, et un code PIN ne doit pas être essayé sur le mauvais. Désignez-en un par son numéro de série&#xa0;:</translation>
    </message>
    <message>
        <source>The token %1 did not do what it was asked for. Take it out and put it in again.</source>
        <translation>Le jeton %1 n’a pas fait ce qui lui était demandé. Retirez-le, puis réinsérez-le.</translation>
    </message>
    <message>
        <source>The token &apos;%1&apos; keeps its private keys behind a PIN, and none was given. Give the PIN.</source>
        <translation>Le jeton «&#xa0;%1&#xa0;» protège ses clés privées par un code PIN, et aucun n’a été donné. Donnez le code PIN.</translation>
    </message>
    <message>
        <source>The PIN is not the one of the token &apos;%1&apos;. It was tried once; after a few wrong ones a token locks itself. Check it, then give it again.</source>
        <translation>Ce code PIN n’est pas celui du jeton «&#xa0;%1&#xa0;». Il a été essayé une fois&#xa0;; après quelques erreurs un jeton se bloque. Vérifiez-le, puis redonnez-le.</translation>
    </message>
    <message>
        <source>The PIN of the token &apos;%1&apos; is locked after too many wrong ones. Unlock it with its PUK, in the program that came with it.</source>
        <translation>Le code PIN du jeton «&#xa0;%1&#xa0;» est bloqué après trop d’erreurs. Débloquez-le avec son code PUK, dans le programme fourni avec lui.</translation>
    </message>
    <message>
        <source>A private key on the token %1 does not sign as TLS needs it (RSA with PKCS #1 and PSS, or ECDSA). Choose another key.</source>
        <translation>Une clé privée du jeton %1 ne signe pas comme TLS l’exige (RSA avec PKCS #1 et PSS, ou ECDSA). Choisissez une autre clé.</translation>
    </message>
    <message>
        <source>The private key stays on its token: it can sign there, and cannot be written to a file.</source>
        <translation>La clé privée reste sur son jeton&#xa0;: elle peut y signer, et ne peut pas être écrite dans un fichier.</translation>
    </message>
    <message>
        <source>The private key of &apos;%1&apos; stays on its token: it can sign there, and cannot be written to a file. Export the certificate without it.</source>
        <translation>La clé privée de «&#xa0;%1&#xa0;» reste sur son jeton&#xa0;: elle peut y signer, et ne peut pas être écrite dans un fichier. Exportez le certificat sans elle.</translation>
    </message>
    <message>
        <source>An empty pass phrase would not protect the key of &apos;%1&apos;. Give one of at least one character.</source>
        <translation>Une phrase secrète vide ne protégerait pas la clé de «&#xa0;%1&#xa0;». Donnez-en une d’au moins un caractère.</translation>
    </message>
    <message>
        <source>The keyring of this desktop does not answer. The pass phrase is asked for again next time.</source>
        <translation>Le trousseau de ce bureau ne répond pas. La phrase secrète sera demandée à nouveau la prochaine fois.</translation>
    </message>
    <message>
        <source>The keyring of this desktop stayed locked. The pass phrase is asked for again next time.</source>
        <translation>Le trousseau de ce bureau est resté verrouillé. La phrase secrète sera demandée à nouveau la prochaine fois.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; signed itself, so no revocation list can say anything of it. Take it out of the places that trust it.</source>
        <translation>«&#xa0;%1&#xa0;» s’est signé lui-même&#xa0;: aucune liste de révocation ne peut rien en dire. Retirez-le des endroits qui lui font confiance.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no certificate authority. Choose one: nothing else can issue, revoke or be trusted to.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une autorité de certification. Choisissez-en une&#xa0;: rien d’autre ne peut émettre, révoquer ni recevoir cette confiance.</translation>
    </message>
    <message>
        <source>The two pass phrases are not the same. Type the same one twice.</source>
        <translation>Les deux phrases secrètes ne sont pas identiques. Tapez deux fois la même.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no PKCS#11 URI. Write for example pkcs11:token=Card;object=server.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une URI PKCS#11. Écrivez par exemple pkcs11:token=Carte;object=serveur.</translation>
    </message>
    <message>
        <source>The key in %1 is of a kind that this OpenSSL does not know: %2. Use one of RSA, EC (P-256, P-384, P-521), Ed25519 or Ed448.</source>
        <translation>La clé dans %1 est d’un type que cet OpenSSL ne connaît pas&#xa0;: %2. Utilisez-en une de type RSA, EC (P-256, P-384, P-521), Ed25519 ou Ed448.</translation>
    </message>
    <message>
        <source>%1 has been changed since by something else, so nothing was undone. What it was before is in the trash.</source>
        <translation>%1 a été modifié depuis par autre chose&#xa0;: rien n’a été annulé. Son état d’avant est dans la corbeille.</translation>
    </message>
    <message>
        <source>%1 holds no certificate request. Choose the file that begins with BEGIN CERTIFICATE REQUEST, or its DER form.</source>
        <translation>%1 ne contient pas de demande de certificat. Choisissez le fichier qui commence par BEGIN CERTIFICATE REQUEST, ou sa forme DER.</translation>
    </message>
    <message>
        <source>%1 holds %2 certificate requests. Give each a file of its own.</source>
        <translation>%1 contient %2 demandes de certificat. Donnez à chacune son propre fichier.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; signed itself and is here without its private key, which must sign the renewed one too. Import the key.</source>
        <translation>«&#xa0;%1&#xa0;» s’est signé lui-même et se trouve ici sans sa clé privée, qui doit aussi signer le certificat renouvelé. Importez la clé.</translation>
    </message>
    <message>
        <source>No certificate stands beside the private key in %1. Import its certificate, or delete the file if nothing needs it.</source>
        <translation>Aucun certificat ne se trouve à côté de la clé privée dans %1. Importez son certificat, ou supprimez le fichier si rien n’en a besoin.</translation>
    </message>
    <message>
        <source>The pass phrase opens %1, but not its key &apos;%2&apos;, which has a pass phrase of its own. Give that one.</source>
        <translation>La phrase secrète ouvre %1, mais pas sa clé «&#xa0;%2&#xa0;», qui a sa propre phrase secrète. Donnez celle-ci.</translation>
    </message>
    <message>
        <source>The pass phrase opens a private key in %1, but not the file as a whole: either the key has a pass phrase of its own, or the file is damaged. Check what was read with the pass phrase of the file.</source>
        <translation>La phrase secrète ouvre une clé privée de %1, mais pas le fichier entier&#xa0;: soit la clé a sa propre phrase secrète, soit le fichier est endommagé. Vérifiez ce qui a été lu avec la phrase secrète du fichier.</translation>
    </message>
    <message>
        <source>The pass phrase opens what is in %1, but its checksum (MAC) does not fit: either that has a pass phrase of its own, or the file is damaged. Check what was read, or have the file exported again.</source>
        <translation>La phrase secrète ouvre le contenu de %1, mais sa somme de contrôle (MAC) ne correspond pas&#xa0;: soit elle a sa propre phrase secrète, soit le fichier est endommagé. Vérifiez ce qui a été lu, ou faites exporter le fichier à nouveau.</translation>
    </message>
    <message>
        <source>%1 does not open: either the pass phrase is wrong or the file is damaged, and nothing in it can tell which. Check the pass phrase, then export or copy the file again.</source>
        <translation>%1 ne s’ouvre pas&#xa0;: soit la phrase secrète est fausse, soit le fichier est endommagé, et rien en lui ne permet de le savoir. Vérifiez la phrase secrète, puis exportez ou copiez le fichier à nouveau.</translation>
    </message>
    <message>
        <source>OpenSSH has no form for the key of &apos;%1&apos;, which is of the kind %2. It knows RSA, EC (P-256, P-384, P-521) and Ed25519: export the public key as PEM, or choose another certificate.</source>
        <translation>OpenSSH n’a pas de forme pour la clé de «&#xa0;%1&#xa0;», qui est du type %2. Il connaît RSA, EC (P-256, P-384, P-521) et Ed25519&#xa0;: exportez la clé publique en PEM, ou choisissez un autre certificat.</translation>
    </message>
    <message>
        <source>%1 also holds a secret key, which belongs to no certificate. It was passed over.</source>
        <translation>%1 contient aussi une clé secrète, qui n’appartient à aucun certificat. Elle a été laissée de côté.</translation>
    </message>
    <message>
        <source>%1 asks for %2 rounds of key derivation (%3), and no more than %4 are done for a file. Export it again with fewer rounds.</source>
        <translation>%1 demande %2 tours de dérivation de clé (%3), et on n’en fait pas plus de %4 pour un fichier. Exportez-le à nouveau avec moins de tours.</translation>
    </message>
    <message>
        <source>%1 asks for %2 MiB of memory for its key derivation (%3), and OpenSSL gives no more than %4. Export it again with PBKDF2.</source>
        <translation>%1 demande %2 Mio de mémoire pour sa dérivation de clé (%3), et OpenSSL n’en donne pas plus de %4. Exportez-le à nouveau avec PBKDF2.</translation>
    </message>
    <message>
        <source>%1 needs an algorithm that this OpenSSL does not offer: %2. Export it again with AES-256.</source>
        <translation>%1 a besoin d’un algorithme que cet OpenSSL n’offre pas&#xa0;: %2. Exportez-le à nouveau avec AES-256.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not revoked, so no hold can be lifted. Nothing was changed.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas révoqué, il n’y a donc pas de suspension à lever. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Something stands at %1 again, so nothing was put back.</source>
        <translation>Il y a de nouveau un fichier à l’emplacement %1&#xa0;: rien n’a été remis en place.</translation>
    </message>
    <message>
        <source>%1 lies among your certificates, where only PEM is read. Open it and import what it holds.</source>
        <translation>%1 se trouve parmi vos certificats, où seul le PEM est lu. Ouvrez ce fichier et importez ce qu’il contient.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is revoked for good, so it can neither be put on hold nor taken off it. Nothing was changed.</source>
        <translation>«&#xa0;%1&#xa0;» est révoqué définitivement&#xa0;: il ne peut être ni suspendu, ni sorti d’une suspension. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The number of further certificates</source>
        <translation>Le nombre de certificats supplémentaires</translation>
    </message>
    <message>
        <source>The number of session tickets</source>
        <translation>Le nombre de tickets de session</translation>
    </message>
    <message>
        <source>The number of bytes in one TLS record</source>
        <translation>Le nombre d’octets dans un enregistrement TLS</translation>
    </message>
    <message>
        <source>The length of an ALPN protocol name</source>
        <translation>La longueur d’un nom de protocole ALPN</translation>
    </message>
    <message>
        <source>OpenSSL does not take &apos;%1&apos; for a list of TLS 1.3 cipher suites. Check the spelling, or leave it empty for the default.</source>
        <translation>OpenSSL n’accepte pas «&#xa0;%1&#xa0;» comme liste de suites de chiffrement TLS 1.3. Vérifiez l’orthographe, ou laissez vide pour la liste par défaut.</translation>
    </message>
    <message>
        <source>OpenSSL does not take &apos;%1&apos; for a list of groups (elliptic curves). Check the spelling, or leave it empty for the default.</source>
        <translation>OpenSSL n’accepte pas «&#xa0;%1&#xa0;» comme liste de groupes (courbes elliptiques). Vérifiez l’orthographe, ou laissez vide pour la liste par défaut.</translation>
    </message>
    <message>
        <source>OpenSSL does not take &apos;%1&apos; for a list of signature algorithms. Check the spelling, or leave it empty for the default.</source>
        <translation>OpenSSL n’accepte pas «&#xa0;%1&#xa0;» comme liste d’algorithmes de signature. Vérifiez l’orthographe, ou laissez vide pour la liste par défaut.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; and &apos;%2&apos; both have keys of type %3, and OpenSSL holds one certificate of each type. Leave one out, or give it server names of its own.</source>
        <translation>«&#xa0;%1&#xa0;» et «&#xa0;%2&#xa0;» ont tous deux une clé de type %3, et OpenSSL tient un seul certificat par type. Retirez-en un, ou donnez-lui des noms de serveur propres.</translation>
    </message>
    <message>
        <source>Clients are to show a certificate, and nobody is named whose certificates are trusted. Choose the file of their issuer (CA).</source>
        <translation>Les clients doivent présenter un certificat, mais aucune autorité de confiance n’est indiquée. Choisissez le fichier de leur émetteur (CA).</translation>
    </message>
    <message>
        <source>%1 holds no Diffie-Hellman parameters that OpenSSL takes at this security level. Choose a file that &apos;openssl dhparam&apos; made, with 2048 bits or more, or leave it to OpenSSL.</source>
        <translation>%1 ne contient pas de paramètres Diffie-Hellman qu’OpenSSL accepte à ce niveau de sécurité. Choisissez un fichier produit par «&#xa0;openssl dhparam&#xa0;», de 2048 bits ou plus, ou laissez faire OpenSSL.</translation>
    </message>
    <message>
        <source>Sealport itself</source>
        <translation>Sealport lui-même</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (processus %2)</translation>
    </message>
    <message>
        <source>a program of the user %1 (the system does not say which)</source>
        <translation>un programme de l’utilisateur %1 (le système ne dit pas lequel)</translation>
    </message>
    <message>
        <source>another program or server</source>
        <translation>un autre programme ou serveur</translation>
    </message>
    <message>
        <source>%1 listens there</source>
        <translation>%1 y écoute</translation>
    </message>
    <message>
        <source>%1 listens on %2, which covers this address</source>
        <translation>%1 écoute sur %2, qui comprend cette adresse</translation>
    </message>
    <message>
        <source>%1 listens on %2, which takes IPv4 connections as well</source>
        <translation>%1 écoute sur %2, qui prend aussi les connexions IPv4</translation>
    </message>
    <message>
        <source>%1 listens on %2, which is one of these addresses</source>
        <translation>%1 écoute sur %2, qui est l’une de ces adresses</translation>
    </message>
    <message>
        <source>%1 uses it for a connection</source>
        <translation>%1 l’utilise pour une connexion</translation>
    </message>
    <message>
        <source>the system keeps it for about a minute, for a connection that has just ended</source>
        <translation>le système le garde environ une minute pour une connexion qui vient de se terminer</translation>
    </message>
    <message>
        <source>wait a minute</source>
        <translation>attendez une minute</translation>
    </message>
    <message>
        <source>stop those programs</source>
        <translation>arrêtez ces programmes</translation>
    </message>
    <message>
        <source>stop that server</source>
        <translation>arrêtez ce serveur</translation>
    </message>
    <message>
        <source>stop that program</source>
        <translation>arrêtez ce programme</translation>
    </message>
    <message>
        <source>so do others</source>
        <translation>d’autres aussi</translation>
    </message>
    <message>
        <source>Choose another port, or %1.</source>
        <translation>Choisissez un autre port, ou %1.</translation>
    </message>
    <message>
        <source>Choose port %1, which is free, or %2.</source>
        <translation>Choisissez le port %1, qui est libre, ou %2.</translation>
    </message>
    <message>
        <source>%1 is in use: %2. %3</source>
        <translation>%1 est déjà utilisé&#xa0;: %2. %3</translation>
    </message>
    <message>
        <source>The host name &apos;%1&apos; leads to %2 and not to this computer, so a server cannot listen there. Choose one of its own addresses; 127.0.0.1 is always there.</source>
        <translation>Le nom d’hôte «&#xa0;%1&#xa0;» mène à %2 et non à cet ordinateur&#xa0;: un serveur ne peut pas y écouter. Choisissez l’une de ses propres adresses&#xa0;; 127.0.0.1 est toujours là.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Vouliez-vous dire %1&#xa0;?</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>Corrigez-le.</translation>
    </message>
    <message>
        <source>An application ID is missing. Write for example ACME_ORDERS_SERVER: capital letters, digits, periods and underscores.</source>
        <translation>Il manque un identifiant d’application. Écrivez par exemple ACME_COMMANDES_SERVEUR&#xa0;: lettres capitales, chiffres, points et traits de soulignement.</translation>
    </message>
    <message>
        <source>The application ID &apos;%1&apos; has %2 characters, and 100 is the most. Shorten it.</source>
        <translation>L’identifiant d’application «&#xa0;%1&#xa0;» a %2 caractères, et 100 sont permis au plus. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be an application ID: those that begin with QIBM are IBM&apos;s own. Begin with the name of your company.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être un identifiant d’application&#xa0;: ceux qui commencent par QIBM sont ceux d’IBM. Commencez par le nom de votre entreprise.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be an application ID: its first character is &apos;%2&apos;, and must be a letter from A to Z. %3</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être un identifiant d’application&#xa0;: son premier caractère est «&#xa0;%2&#xa0;», et doit être une lettre de A à Z. %3</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be an application ID: character %2 is &apos;%3&apos;, and after the first only A to Z, 0 to 9, the period and the underscore may stand. %4</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être un identifiant d’application&#xa0;: le caractère %2 est «&#xa0;%3&#xa0;», et seuls A à Z, 0 à 9, le point et le trait de soulignement peuvent suivre le premier. %4</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be an application ID. %2</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être un identifiant d’application. %2</translation>
    </message>
    <message>
        <source>The description of the application &apos;%1&apos; has %2 characters, and %3 is the most. Shorten it.</source>
        <translation>La description de l’application «&#xa0;%1&#xa0;» a %2 caractères, et %3 sont permis au plus. Raccourcissez-la.</translation>
    </message>
    <message>
        <source>The application &apos;%1&apos; stands several times in the file of the applications. The first one counts; a copy of the file was kept.</source>
        <translation>L’application «&#xa0;%1&#xa0;» figure plusieurs fois dans le fichier des applications. La première compte&#xa0;; une copie du fichier a été conservée.</translation>
    </message>
    <message>
        <source>The application &apos;%1&apos; has a value for %2 that cannot be used, so it was left out. A copy of its file was kept: correct it there.</source>
        <translation>L’application «&#xa0;%1&#xa0;» a pour %2 une valeur inutilisable, elle a donc été laissée de côté. Une copie de son fichier a été conservée&#xa0;: corrigez-la là.</translation>
    </message>
    <message>
        <source>No application definition has the ID &apos;%1&apos;. Check the spelling, or define it.</source>
        <translation>Aucune définition d’application n’a l’identifiant «&#xa0;%1&#xa0;». Vérifiez l’orthographe, ou définissez-la.</translation>
    </message>
    <message>
        <source>The application &apos;%1&apos; is one for clients, and that never changes. Choose another ID, or remove it first.</source>
        <translation>L’application «&#xa0;%1&#xa0;» est faite pour des clients, et cela ne change jamais. Choisissez un autre identifiant, ou supprimez-la d’abord.</translation>
    </message>
    <message>
        <source>The application &apos;%1&apos; is one for servers, and that never changes. Choose another ID, or remove it first.</source>
        <translation>L’application «&#xa0;%1&#xa0;» est faite pour des serveurs, et cela ne change jamais. Choisissez un autre identifiant, ou supprimez-la d’abord.</translation>
    </message>
    <message>
        <source>The application &apos;%1&apos; is one for clients, so no server can use it. Name an application for servers.</source>
        <translation>L’application «&#xa0;%1&#xa0;» est faite pour des clients, aucun serveur ne peut donc l’utiliser. Nommez une application pour serveurs.</translation>
    </message>
    <message>
        <source>The application &apos;%1&apos; would have %2 certificates, and %3 is the most. Leave some out.</source>
        <translation>L’application «&#xa0;%1&#xa0;» aurait %2 certificats, et %3 sont permis au plus. Laissez-en de côté.</translation>
    </message>
    <message>
        <source>The certificate &apos;%2&apos; is not assigned to the application &apos;%1&apos;. Name one of those that are.</source>
        <translation>Le certificat «&#xa0;%2&#xa0;» n’est pas attribué à l’application «&#xa0;%1&#xa0;». Nommez l’un de ceux qui le sont.</translation>
    </message>
    <message>
        <source>No certificate is assigned to the application &apos;%1&apos;, and a server cannot do without. Assign one.</source>
        <translation>Aucun certificat n’est attribué à l’application «&#xa0;%1&#xa0;», et un serveur ne peut pas s’en passer. Attribuez-en un.</translation>
    </message>
    <message>
        <source>The certificate &apos;%1&apos;, which is assigned to the application &apos;%2&apos;, is not among your certificates any more (SHA-256 %3). Import it, or assign another one.</source>
        <translation>Le certificat «&#xa0;%1&#xa0;», qui est attribué à l’application «&#xa0;%2&#xa0;», n’est plus parmi vos certificats (SHA-256 %3). Importez-le, ou attribuez-en un autre.</translation>
    </message>
    <message>
        <source>An application ID that begins with the name of your company and an underscore will not meet another of the same name: ACME_ORDERS_SERVER.</source>
        <translation>Un identifiant d’application qui commence par le nom de votre entreprise et un trait de soulignement ne se heurtera pas à un autre du même nom&#xa0;: ACME_COMMANDES_SERVEUR.</translation>
    </message>
    <message>
        <source>Underscores separate the parts of an application ID, and one of these parts is empty.</source>
        <translation>Les traits de soulignement séparent les parties d’un identifiant d’application, et l’une de ces parties est vide.</translation>
    </message>
    <message>
        <source>server</source>
        <translation>serveur</translation>
    </message>
    <message>
        <source>client</source>
        <translation>client</translation>
    </message>
    <message>
        <source>%1 could not be read, and could not be moved aside either. Repair or remove it: until then no change is saved in it.</source>
        <translation>%1 n’a pu être ni lu, ni mis de côté. Réparez-le ou supprimez-le&#xa0;: d’ici là, aucune modification n’y est enregistrée.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Sealport (version %2 of the file). It is left as it is, and no change is saved in it. Use that Sealport, or move the file away.</source>
        <translation>%1 a été écrit par un Sealport plus récent (version %2 du fichier). Il reste tel quel, et aucune modification n’y est enregistrée. Utilisez ce Sealport-là, ou déplacez le fichier.</translation>
    </message>
    <message>
        <source>%1 holds neither a server in Sealport&apos;s JSON nor a call of SocketCréeSSL or SocketCreateSSL. Choose another file, or paste the whole call.</source>
        <translation>%1 ne contient ni serveur dans le JSON de Sealport, ni appel de SocketCréeSSL ou SocketCreateSSL. Choisissez un autre fichier, ou collez l’appel entier.</translation>
    </message>
    <message>
        <source>The server is to answer with a file, but none is named. Name a file or a folder.</source>
        <translation>Le serveur doit répondre par un fichier, mais aucun n’est indiqué. Indiquez un fichier ou un dossier.</translation>
    </message>
    <message>
        <source>The server is to follow a dialogue, but there is none. Write one, or name the file that holds it.</source>
        <translation>Le serveur doit suivre un dialogue, mais il n’y en a pas. Écrivez-en un, ou indiquez le fichier qui le contient.</translation>
    </message>
    <message>
        <source>The number of bytes of early data</source>
        <translation>Le nombre d’octets de données anticipées</translation>
    </message>
    <message>
        <source>the port</source>
        <translation>le port</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>l’adresse</translation>
    </message>
    <message>
        <source>the use of the address</source>
        <translation>le partage de l’adresse</translation>
    </message>
    <message>
        <source>how connections begin</source>
        <translation>la façon dont les connexions commencent</translation>
    </message>
    <message>
        <source>whether you let connections in</source>
        <translation>le fait que vous laissiez entrer les connexions</translation>
    </message>
    <message>
        <source>%1 replies by hand, which needs the window. Open Sealport without arguments, or give another reply with --reply.</source>
        <translation>%1 répond à la main, ce qui demande la fenêtre. Ouvrez Sealport sans arguments, ou indiquez une autre réponse avec --reply.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot change this while it runs: %2. Restart it, which ends its connections.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas changer cela pendant qu’il fonctionne&#xa0;: %2. Redémarrez-le, ce qui met fin à ses connexions.</translation>
    </message>
    <message>
        <source>An extra certificate is not chosen yet. Choose it, or remove its row.</source>
        <translation>Un certificat supplémentaire n’est pas encore choisi. Choisissez-le, ou supprimez sa ligne.</translation>
    </message>
    <message>
        <source>The extra certificate for %1 is not chosen yet. Choose it, or remove its row.</source>
        <translation>Le certificat supplémentaire pour %1 n’est pas encore choisi. Choisissez-le, ou supprimez sa ligne.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no capture of Sealport&apos;s, and stays as it is. Choose another name.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une capture de Sealport et reste tel quel. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no key log, and stays as it is. Choose another name.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un journal des clés et reste tel quel. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Port %1 is outside %2 to %3. Choose one inside it.</source>
        <translation>Le port %1 est hors de la plage de %2 à %3. Choisissez-en un qui s’y trouve.</translation>
    </message>
    <message>
        <source>The capture and the key log cannot both be %1. Give one of them another name.</source>
        <translation>La capture et le journal des clés ne peuvent pas être tous deux %1. Donnez un autre nom à l’un des deux.</translation>
    </message>
    <message>
        <source>The server is to go on in its protocol, but it has none: its connections do not begin with STARTTLS. Choose another reply, or a protocol for them to begin in.</source>
        <translation>Le serveur doit poursuivre dans son protocole, mais il n’en a pas&#xa0;: ses connexions ne commencent pas par STARTTLS. Choisissez une autre réponse, ou un protocole par lequel elles commencent.</translation>
    </message>
    <message>
        <source>None of the signature algorithms &apos;%1&apos; can be made with the certificate&apos;s key (%2), so every client would fail. Add one that can, or leave the list empty for the default.</source>
        <translation>Aucun des algorithmes de signature «&#xa0;%1&#xa0;» n’est possible avec la clé du certificat (%2)&#xa0;: tous les clients échoueraient. Ajoutez-en un qui le soit, ou laissez la liste vide pour la valeur par défaut.</translation>
    </message>
    <message>
        <source>%2 does not work at OpenSSL&apos;s security level %1, so every client would fail. Lower the level to 0, or choose newer protocols.</source>
        <translation>Au niveau de sécurité %1 d’OpenSSL, rien ne fonctionne avec %2&#xa0;: tous les clients échoueraient. Abaissez le niveau à 0, ou choisissez des protocoles plus récents.</translation>
    </message>
    <message>
        <source>The key of &apos;%1&apos; (%2, %3 bits) or its signature is too weak for OpenSSL&apos;s security level %4. Lower the level, or choose a certificate with an RSA key of %5 bits or an EC key of %6 bits, or more, and a signature as strong.</source>
        <translation>La clé de «&#xa0;%1&#xa0;» (%2, %3 bits) ou sa signature est trop faible pour le niveau de sécurité %4 d’OpenSSL. Abaissez le niveau, ou choisissez un certificat avec une clé RSA de %5 bits ou une clé EC de %6 bits, ou plus, et une signature aussi forte.</translation>
    </message>
    <message>
        <source>%1 holds no shared secret: there are only comments and empty lines in it. Write a line identity:key for each client.</source>
        <translation>%1 ne contient aucun secret partagé&#xa0;: il n’y a que des commentaires et des lignes vides. Écrivez une ligne identité:clé pour chaque client.</translation>
    </message>
    <message>
        <source>Line %2 of %1 is no shared secret: it must be identity:key, the key in hexadecimal digits. Correct it, or put # in front of it.</source>
        <translation>La ligne %2 de %1 n’est pas un secret partagé&#xa0;: elle doit être identité:clé, la clé en chiffres hexadécimaux. Corrigez-la, ou faites-la précéder de #.</translation>
    </message>
    <message>
        <source>The key in line %2 of %1 has a character in it that is no hexadecimal digit (0 to 9, a to f). Write the key in hexadecimal digits.</source>
        <translation>La clé de la ligne %2 de %1 contient un caractère qui n’est pas un chiffre hexadécimal (0 à 9, a à f). Écrivez la clé en chiffres hexadécimaux.</translation>
    </message>
    <message>
        <source>The key in line %2 of %1 has an odd number of hexadecimal digits: two of them make an octet. Look for the one that is missing.</source>
        <translation>La clé de la ligne %2 de %1 a un nombre impair de chiffres hexadécimaux&#xa0;: il en faut deux par octet. Cherchez celui qui manque.</translation>
    </message>
    <message>
        <source>The key in line %2 of %1 is longer than OpenSSL takes. Choose a shorter one: 64 hexadecimal digits are plenty.</source>
        <translation>La clé de la ligne %2 de %1 est plus longue que ce qu’OpenSSL accepte. Choisissez-en une plus courte&#xa0;: 64 chiffres hexadécimaux suffisent largement.</translation>
    </message>
    <message>
        <source>The identity in line %2 of %1 is longer than OpenSSL takes. Choose a shorter one.</source>
        <translation>L’identité de la ligne %2 de %1 est plus longue que ce qu’OpenSSL accepte. Choisissez-en une plus courte.</translation>
    </message>
    <message>
        <source>%1 has been changed since by something else, so nothing was undone.</source>
        <translation>%1 a été modifiée depuis par autre chose&#xa0;; rien n’a donc été défait.</translation>
    </message>
    <message>
        <source>Another program writes its capture into &apos;%1&apos; at this moment. Choose another name, or stop that one first.</source>
        <translation>Un autre programme écrit en ce moment sa capture dans «&#xa0;%1&#xa0;». Choisissez un autre nom, ou arrêtez d’abord ce programme.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds a capture, and all names that older ones get are taken, &apos;%1~&apos; to &apos;%1~%2&apos;. Move or delete some of them, or choose another name.</source>
        <translation>«&#xa0;%1&#xa0;» contient une capture, et tous les noms que reçoivent les plus anciennes sont pris, de «&#xa0;%1~&#xa0;» à «&#xa0;%1~%2&#xa0;». Déplacez ou supprimez-en, ou choisissez un autre nom.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Client&apos;s cipher suites</source>
        <translation>Suites de chiffrement du client</translation>
    </message>
    <message>
        <source>Server&apos;s cipher suites</source>
        <translation>Suites de chiffrement du serveur</translation>
    </message>
    <message>
        <source>Client&apos;s groups</source>
        <translation>Groupes du client</translation>
    </message>
    <message>
        <source>Server&apos;s groups</source>
        <translation>Groupes du serveur</translation>
    </message>
    <message>
        <source>Client&apos;s signatures</source>
        <translation>Signatures du client</translation>
    </message>
    <message>
        <source>Server&apos;s signatures</source>
        <translation>Signatures du serveur</translation>
    </message>
    <message>
        <source>Server&apos;s certificate</source>
        <translation>Certificat du serveur</translation>
    </message>
    <message>
        <source>First bytes</source>
        <translation>Premiers octets</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>Octets reçus</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Alert received</source>
        <translation>Alerte reçue</translation>
    </message>
    <message>
        <source>Alert sent</source>
        <translation>Alerte envoyée</translation>
    </message>
    <message>
        <source>OpenSSL</source>
        <translation>OpenSSL</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Closed without an alert after our certificate had arrived.</source>
        <translation>Fermée sans alerte après l’arrivée de notre certificat.</translation>
    </message>
    <message>
        <source>Bytes not read</source>
        <translation>Octets non lus</translation>
    </message>
    <message>
        <source>Plain protocol</source>
        <translation>Protocole en clair</translation>
    </message>
    <message>
        <source>Last command</source>
        <translation>Dernière commande</translation>
    </message>
    <message>
        <source>Bytes behind the request</source>
        <translation>Octets après la demande</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>%1 B</source>
        <translation>%1&#xa0;o</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1&#xa0;Ko</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1&#xa0;Mo</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1&#xa0;Go</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1&#xa0;To</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1&#xa0;j %2&#xa0;h</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1&#xa0;seconde</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n&#xa0;seconde</numerusform>
            <numerusform>%n&#xa0;secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>in a minute</source>
        <translation>dans une minute</translation>
    </message>
    <message numerus="yes">
        <source>in %n minutes</source>
        <translation>
            <numerusform>dans %n&#xa0;minute</numerusform>
            <numerusform>dans %n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>in an hour</source>
        <translation>dans une heure</translation>
    </message>
    <message numerus="yes">
        <source>in %n hours</source>
        <translation>
            <numerusform>dans %n&#xa0;heure</numerusform>
            <numerusform>dans %n&#xa0;heures</numerusform>
        </translation>
    </message>
    <message>
        <source>in a day</source>
        <translation>dans un jour</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>dans %n&#xa0;jour</numerusform>
            <numerusform>dans %n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message>
        <source>in a month</source>
        <translation>dans un mois</translation>
    </message>
    <message numerus="yes">
        <source>in %n months</source>
        <translation>
            <numerusform>dans %n&#xa0;mois</numerusform>
            <numerusform>dans %n&#xa0;mois</numerusform>
        </translation>
    </message>
    <message>
        <source>in a year</source>
        <translation>dans un an</translation>
    </message>
    <message numerus="yes">
        <source>in %n years</source>
        <translation>
            <numerusform>dans %n&#xa0;an</numerusform>
            <numerusform>dans %n&#xa0;ans</numerusform>
        </translation>
    </message>
    <message>
        <source>a minute ago</source>
        <translation>il y a une minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;minute</numerusform>
            <numerusform>il y a %n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>an hour ago</source>
        <translation>il y a une heure</translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;heure</numerusform>
            <numerusform>il y a %n&#xa0;heures</numerusform>
        </translation>
    </message>
    <message>
        <source>a day ago</source>
        <translation>il y a un jour</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;jour</numerusform>
            <numerusform>il y a %n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message>
        <source>a month ago</source>
        <translation>il y a un mois</translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;mois</numerusform>
            <numerusform>il y a %n&#xa0;mois</numerusform>
        </translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>il y a un an</translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;an</numerusform>
            <numerusform>il y a %n&#xa0;ans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n&#xa0;minute</numerusform>
            <numerusform>%n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n&#xa0;heure</numerusform>
            <numerusform>%n&#xa0;heures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lint</name>
    <message>
        <source>Clients refuse it.</source>
        <translation>Les clients le refusent.</translation>
    </message>
    <message>
        <source>Some clients refuse it.</source>
        <translation>Certains clients le refusent.</translation>
    </message>
    <message>
        <source>Browsers refuse it, from a public authority at least; OpenSSL and most programs accept it.</source>
        <translation>Les navigateurs le refusent, au moins s’il vient d’une autorité publique&#xa0;; OpenSSL et la plupart des programmes l’acceptent.</translation>
    </message>
    <message>
        <source>Apple&apos;s systems refuse it; most others accept it.</source>
        <translation>Les systèmes d’Apple le refusent&#xa0;; la plupart des autres l’acceptent.</translation>
    </message>
    <message>
        <source>Firefox refuses it as a server&apos;s certificate; most others accept it.</source>
        <translation>Firefox le refuse comme certificat de serveur&#xa0;; la plupart des autres l’acceptent.</translation>
    </message>
    <message>
        <source>Clients accept it.</source>
        <translation>Les clients l’acceptent.</translation>
    </message>
    <message>
        <source>Clients accept it until then.</source>
        <translation>Les clients l’acceptent jusque-là.</translation>
    </message>
    <message>
        <source>Clients that trust your authority accept it.</source>
        <translation>Les clients qui font confiance à votre autorité l’acceptent.</translation>
    </message>
    <message>
        <source>Clients refuse it unless they are told to trust it itself.</source>
        <translation>Les clients le refusent, à moins qu’on leur dise de lui faire confiance à lui-même.</translation>
    </message>
    <message>
        <source>Firefox refuses the connection when there is no stapled answer; most others do not look.</source>
        <translation>Firefox refuse la connexion quand il n’y a pas de réponse agrafée&#xa0;; la plupart des autres n’y regardent pas.</translation>
    </message>
    <message>
        <source>The list must hold at least one name.</source>
        <translation>La liste doit contenir au moins un nom.</translation>
    </message>
    <message>
        <source>Whoever reads the common name expects the certificate to be valid for it.</source>
        <translation>Qui lit le nom commun s’attend à ce que le certificat soit valable pour lui.</translation>
    </message>
    <message>
        <source>Addresses belong into alternative names of their own kind.</source>
        <translation>Les adresses vont dans des autres noms d’un genre à part.</translation>
    </message>
    <message>
        <source>The upper bound is part of the definition of the name.</source>
        <translation>La limite fait partie de la définition du nom.</translation>
    </message>
    <message>
        <source>No host name holds one.</source>
        <translation>Aucun nom d’hôte n’en contient.</translation>
    </message>
    <message>
        <source>Host names consist of letters, digits and hyphens.</source>
        <translation>Les noms d’hôte se composent de lettres, de chiffres et de traits d’union.</translation>
    </message>
    <message>
        <source>International names are written as A-labels (xn--…).</source>
        <translation>Les noms internationaux s’écrivent en A-labels (xn--…).</translation>
    </message>
    <message>
        <source>The name must be the host alone.</source>
        <translation>Le nom doit être l’hôte seul.</translation>
    </message>
    <message>
        <source>Addresses are compared with names of the kind “IP” alone.</source>
        <translation>Les adresses ne sont comparées qu’aux noms du genre «&#xa0;IP&#xa0;».</translation>
    </message>
    <message>
        <source>Labels have 1 to 63 letters, digits and hyphens, the whole at most 253.</source>
        <translation>Les étiquettes ont 1 à 63 lettres, chiffres et traits d’union, le tout au plus 253.</translation>
    </message>
    <message>
        <source>A name must say something.</source>
        <translation>Un nom doit dire quelque chose.</translation>
    </message>
    <message>
        <source>A wildcard stands for the leftmost label alone.</source>
        <translation>Un joker ne remplace que l’étiquette la plus à gauche.</translation>
    </message>
    <message>
        <source>Public authorities may not issue such names, and clients have stopped to accept them.</source>
        <translation>Les autorités publiques ne peuvent pas émettre de tels noms, et les clients ont cessé de les accepter.</translation>
    </message>
    <message>
        <source>No public authority may vouch for it; only clients that trust an authority of your own accept it.</source>
        <translation>Aucune autorité publique ne peut s’en porter garante&#xa0;; seuls les clients qui font confiance à une autorité à vous l’acceptent.</translation>
    </message>
    <message>
        <source>Addresses are held as 4 or 16 bytes.</source>
        <translation>Les adresses tiennent en 4 ou 16 octets.</translation>
    </message>
    <message>
        <source>Certificates find their issuer by its name.</source>
        <translation>Les certificats trouvent leur émetteur par son nom.</translation>
    </message>
    <message>
        <source>Without a subject the alternative names are all there is, so they must be critical.</source>
        <translation>Sans sujet, il n’y a que les autres noms&#xa0;: ils doivent être critiques.</translation>
    </message>
    <message>
        <source>The issuer is found by its name, which must not be empty.</source>
        <translation>L’émetteur se trouve par son nom, qui ne doit pas être vide.</translation>
    </message>
    <message>
        <source>The authority may sign only the names that its own certificate allows.</source>
        <translation>L’autorité ne peut signer que les noms que son propre certificat permet.</translation>
    </message>
    <message>
        <source>There is no moment at which it is valid.</source>
        <translation>Il n’est valable à aucun moment.</translation>
    </message>
    <message>
        <source>Nobody can tell when it is valid.</source>
        <translation>Personne ne peut dire quand il est valable.</translation>
    </message>
    <message>
        <source>Until then it is refused; a wrong clock makes this too.</source>
        <translation>Jusque-là il est refusé&#xa0;; une horloge fausse produit cela aussi.</translation>
    </message>
    <message>
        <source>After that day it is refused.</source>
        <translation>Après ce jour il est refusé.</translation>
    </message>
    <message>
        <source>Public authorities must not issue for longer.</source>
        <translation>Les autorités publiques ne doivent pas émettre pour plus longtemps.</translation>
    </message>
    <message>
        <source>Apple&apos;s systems refuse it whoever signed it.</source>
        <translation>Les systèmes d’Apple le refusent, qui que soit le signataire.</translation>
    </message>
    <message>
        <source>Times are written to the second, in UTC, with Z and without fractions.</source>
        <translation>Les heures s’écrivent à la seconde, en UTC, avec Z et sans fractions.</translation>
    </message>
    <message>
        <source>Times through 2049 must be UTCTime.</source>
        <translation>Les dates jusqu’à 2049 doivent être en UTCTime.</translation>
    </message>
    <message>
        <source>Years from 2050 on must be GeneralizedTime.</source>
        <translation>Les années à partir de 2050 doivent être en GeneralizedTime.</translation>
    </message>
    <message>
        <source>It must be positive.</source>
        <translation>Il doit être positif.</translation>
    </message>
    <message>
        <source>Programs keep 20 bytes for it.</source>
        <translation>Les programmes réservent 20 octets pour lui.</translation>
    </message>
    <message>
        <source>Public authorities take at least 64 random bits, so that nobody can foresee them.</source>
        <translation>Les autorités publiques prennent au moins 64 bits au hasard, pour que personne ne puisse les prévoir.</translation>
    </message>
    <message>
        <source>Extensions exist in version 3 alone.</source>
        <translation>Les extensions n’existent que dans la version 3.</translation>
    </message>
    <message>
        <source>Without extensions it cannot say which hosts or purposes it is for.</source>
        <translation>Sans extensions, il ne peut pas dire pour quels hôtes ou quels usages il est fait.</translation>
    </message>
    <message>
        <source>Both must be the same, or the one outside could be changed.</source>
        <translation>Les deux doivent être les mêmes, sinon on pourrait modifier celui de l’extérieur.</translation>
    </message>
    <message>
        <source>Each extension may stand there once.</source>
        <translation>Chaque extension ne peut figurer qu’une fois.</translation>
    </message>
    <message>
        <source>Whoever does not understand a critical extension must refuse the certificate.</source>
        <translation>Qui ne comprend pas une extension critique doit refuser le certificat.</translation>
    </message>
    <message>
        <source>What it says cannot be known.</source>
        <translation>On ne peut pas savoir ce qu’elle dit.</translation>
    </message>
    <message>
        <source>Others can make a certificate with the same signature.</source>
        <translation>D’autres peuvent faire un certificat avec la même signature.</translation>
    </message>
    <message>
        <source>Shorter keys can be broken.</source>
        <translation>Les clés plus courtes peuvent être cassées.</translation>
    </message>
    <message>
        <source>The size must be a multiple of 8.</source>
        <translation>La taille doit être un multiple de 8.</translation>
    </message>
    <message>
        <source>Such a key protects nothing.</source>
        <translation>Une telle clé ne protège rien.</translation>
    </message>
    <message>
        <source>Small exponents help attackers where padding is done wrong.</source>
        <translation>Les petits exposants aident les attaquants là où le remplissage est mal fait.</translation>
    </message>
    <message>
        <source>TLS 1.3 has no DSA, and clients have dropped it.</source>
        <translation>TLS 1.3 n’a pas de DSA, et les clients l’ont abandonné.</translation>
    </message>
    <message>
        <source>It can be broken too soon.</source>
        <translation>Elle peut être cassée trop tôt.</translation>
    </message>
    <message>
        <source>They know P-256, P-384 and in part P-521.</source>
        <translation>Ils connaissent P-256, P-384 et en partie P-521.</translation>
    </message>
    <message>
        <source>OpenSSL and GnuTLS take them with TLS 1.2 and 1.3; the baseline does not allow them yet.</source>
        <translation>OpenSSL et GnuTLS les prennent avec TLS 1.2 et 1.3&#xa0;; les exigences de base ne les permettent pas encore.</translation>
    </message>
    <message>
        <source>Nobody can use it.</source>
        <translation>Personne ne peut s’en servir.</translation>
    </message>
    <message>
        <source>Public server certificates must name serverAuth.</source>
        <translation>Les certificats publics de serveur doivent nommer serverAuth.</translation>
    </message>
    <message>
        <source>A certificate may be used only for the purposes that it names.</source>
        <translation>Un certificat ne peut servir qu’aux usages qu’il nomme.</translation>
    </message>
    <message>
        <source>Public server certificates must not.</source>
        <translation>Les certificats publics de serveur ne le doivent pas.</translation>
    </message>
    <message>
        <source>TLS 1.3, and all of TLS with a key that is not RSA, proves the key by a signature.</source>
        <translation>TLS 1.3, et tout TLS avec une clé qui n’est pas RSA, prouve la clé par une signature.</translation>
    </message>
    <message>
        <source>Only RSA keys encrypt other keys.</source>
        <translation>Seules les clés RSA chiffrent d’autres clés.</translation>
    </message>
    <message>
        <source>A server&apos;s certificate should not be able to sign others.</source>
        <translation>Le certificat d’un serveur ne devrait pas pouvoir en signer d’autres.</translation>
    </message>
    <message>
        <source>Both must say the same.</source>
        <translation>Les deux doivent dire la même chose.</translation>
    </message>
    <message>
        <source>What it signs is refused.</source>
        <translation>Ce qu’elle signe est refusé.</translation>
    </message>
    <message>
        <source>An authority must say that it signs certificates.</source>
        <translation>Une autorité doit dire qu’elle signe des certificats.</translation>
    </message>
    <message>
        <source>They must be critical, so that nobody overlooks them.</source>
        <translation>Elles doivent être critiques, pour que personne ne les ignore.</translation>
    </message>
    <message>
        <source>Only an authority has certificates below it.</source>
        <translation>Seule une autorité a des certificats au-dessous d’elle.</translation>
    </message>
    <message>
        <source>Chains are found by it where names are not enough.</source>
        <translation>Les chaînes se trouvent par lui là où les noms ne suffisent pas.</translation>
    </message>
    <message>
        <source>Nobody vouches for it.</source>
        <translation>Personne ne s’en porte garant.</translation>
    </message>
    <message>
        <source>Public authorities name a revocation list or an OCSP server.</source>
        <translation>Les autorités publiques nomment une liste de révocation ou un serveur OCSP.</translation>
    </message>
    <message>
        <source>A server that does not send one is refused by clients that know this.</source>
        <translation>Un serveur qui n’en envoie pas est refusé par les clients qui connaissent cela.</translation>
    </message>
    <message>
        <source>It has no alternative name for a host.</source>
        <translation>Il n’a aucun autre nom pour un hôte.</translation>
    </message>
    <message>
        <source>Its list of alternative names is empty.</source>
        <translation>Sa liste d’autres noms est vide.</translation>
    </message>
    <message>
        <source>The common name “%1” is not among the alternative names.</source>
        <translation>Le nom commun «&#xa0;%1&#xa0;» n’est pas parmi les autres noms.</translation>
    </message>
    <message>
        <source>The common name is an IP address: %1.</source>
        <translation>Le nom commun est une adresse IP&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The common name has %1 characters; 64 are allowed.</source>
        <translation>Le nom commun a %1 caractères&#xa0;; 64 sont permis.</translation>
    </message>
    <message>
        <source>The name “%1” holds a space.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» contient une espace.</translation>
    </message>
    <message>
        <source>The name “%1” holds an underscore.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» contient un tiret bas.</translation>
    </message>
    <message>
        <source>The name “%1” is not ASCII.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» n’est pas en ASCII.</translation>
    </message>
    <message>
        <source>“%1” is an address of a page, not a host name.</source>
        <translation>«&#xa0;%1&#xa0;» est l’adresse d’une page, pas un nom d’hôte.</translation>
    </message>
    <message>
        <source>The IP address %1 stands among the host names.</source>
        <translation>L’adresse IP %1 figure parmi les noms d’hôte.</translation>
    </message>
    <message>
        <source>“%1” is no host name.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nom d’hôte.</translation>
    </message>
    <message>
        <source>An alternative name is empty.</source>
        <translation>Un autre nom est vide.</translation>
    </message>
    <message>
        <source>The wildcard of “%1” is not in the leftmost label.</source>
        <translation>Le joker de «&#xa0;%1&#xa0;» n’est pas dans l’étiquette la plus à gauche.</translation>
    </message>
    <message>
        <source>The wildcard of “%1” is only a part of its label.</source>
        <translation>Le joker de «&#xa0;%1&#xa0;» n’est qu’une partie de son étiquette.</translation>
    </message>
    <message>
        <source>“%1” is a name for internal networks.</source>
        <translation>«&#xa0;%1&#xa0;» est un nom de réseau interne.</translation>
    </message>
    <message>
        <source>%1 is an address of internal networks.</source>
        <translation>%1 est une adresse de réseau interne.</translation>
    </message>
    <message>
        <source>An IP address has %1 bytes instead of 4 or 16.</source>
        <translation>Une adresse IP a %1 octets au lieu de 4 ou 16.</translation>
    </message>
    <message>
        <source>The authority has no subject.</source>
        <translation>L’autorité n’a pas de sujet.</translation>
    </message>
    <message>
        <source>It has no subject, and its alternative names are not critical.</source>
        <translation>Il n’a pas de sujet, et ses autres noms ne sont pas critiques.</translation>
    </message>
    <message>
        <source>It has no issuer.</source>
        <translation>Il n’a pas d’émetteur.</translation>
    </message>
    <message>
        <source>Its names are outside the name constraints of “%1”.</source>
        <translation>Ses noms sortent des contraintes de nom de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Il finit avant de commencer.</translation>
    </message>
    <message>
        <source>A date cannot be read.</source>
        <translation>Une date est illisible.</translation>
    </message>
    <message>
        <source>It becomes valid on %1.</source>
        <translation>Il devient valable le %1.</translation>
    </message>
    <message>
        <source>It expired on %1.</source>
        <translation>Il a expiré le %1.</translation>
    </message>
    <message>
        <source>It expires on %1.</source>
        <translation>Il expire le %1.</translation>
    </message>
    <message>
        <source>It is valid for %1 days; %2 are allowed since %3.</source>
        <translation>Il est valable %1 jours&#xa0;; %2 sont permis depuis le %3.</translation>
    </message>
    <message>
        <source>It is valid for %1 days; Apple allows 825, of your own authority too.</source>
        <translation>Il est valable %1 jours&#xa0;; Apple en permet 825, même pour votre propre autorité.</translation>
    </message>
    <message>
        <source>A time is written in a form that is not allowed: %1.</source>
        <translation>Une date est écrite sous une forme qui n’est pas permise&#xa0;: %1.</translation>
    </message>
    <message>
        <source>A time before 2050 is written as GeneralizedTime: %1.</source>
        <translation>Une date d’avant 2050 est écrite en GeneralizedTime&#xa0;: %1.</translation>
    </message>
    <message>
        <source>A time is written with two digits for a year that reads as 19%2: %1.</source>
        <translation>Une date est écrite avec deux chiffres pour une année qui se lit 19%2&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The serial number is zero.</source>
        <translation>Le numéro de série est zéro.</translation>
    </message>
    <message>
        <source>The serial number is negative.</source>
        <translation>Le numéro de série est négatif.</translation>
    </message>
    <message>
        <source>The serial number has %1 bytes; 20 are allowed.</source>
        <translation>Le numéro de série a %1 octets&#xa0;; 20 sont permis.</translation>
    </message>
    <message>
        <source>The serial number has only %1 bytes.</source>
        <translation>Le numéro de série n’a que %1 octets.</translation>
    </message>
    <message>
        <source>It has extensions, but is of version %1.</source>
        <translation>Il a des extensions, mais il est de version %1.</translation>
    </message>
    <message>
        <source>It is of version %1, which has no extensions.</source>
        <translation>Il est de version %1, qui n’a pas d’extensions.</translation>
    </message>
    <message>
        <source>The signature algorithm inside (%1) differs from the one outside (%2).</source>
        <translation>L’algorithme de signature à l’intérieur (%1) diffère de celui de l’extérieur (%2).</translation>
    </message>
    <message>
        <source>The extension %1 stands there twice.</source>
        <translation>L’extension %1 y figure deux fois.</translation>
    </message>
    <message>
        <source>The critical extension %1 is not known here.</source>
        <translation>L’extension critique %1 n’est pas connue ici.</translation>
    </message>
    <message>
        <source>An extension cannot be read, or contradicts another.</source>
        <translation>Une extension est illisible, ou en contredit une autre.</translation>
    </message>
    <message>
        <source>It is signed with %1, which is broken.</source>
        <translation>Il est signé avec %1, qui est cassé.</translation>
    </message>
    <message>
        <source>The RSA key has %1 bits; 2048 are the least.</source>
        <translation>La clé RSA a %1 bits&#xa0;; 2048 sont le minimum.</translation>
    </message>
    <message>
        <source>The RSA key has %1 bits, no multiple of 8.</source>
        <translation>La clé RSA a %1 bits, ce qui n’est pas un multiple de 8.</translation>
    </message>
    <message>
        <source>The RSA exponent is 1 or even.</source>
        <translation>L’exposant RSA est 1 ou pair.</translation>
    </message>
    <message>
        <source>The RSA exponent is %1; 65537 is usual.</source>
        <translation>L’exposant RSA est %1&#xa0;; 65537 est l’usage.</translation>
    </message>
    <message>
        <source>It has a DSA key.</source>
        <translation>Il a une clé DSA.</translation>
    </message>
    <message>
        <source>The curve %1 is too small.</source>
        <translation>La courbe %1 est trop petite.</translation>
    </message>
    <message>
        <source>Browsers do not know the curve %1.</source>
        <translation>Les navigateurs ne connaissent pas la courbe %1.</translation>
    </message>
    <message>
        <source>Browsers do not know %1 keys in certificates.</source>
        <translation>Les navigateurs ne connaissent pas les clés %1 dans les certificats.</translation>
    </message>
    <message>
        <source>The public key cannot be read.</source>
        <translation>La clé publique est illisible.</translation>
    </message>
    <message>
        <source>It names no purpose (no extended key usage).</source>
        <translation>Il ne nomme aucun usage (pas d’usage étendu de la clé).</translation>
    </message>
    <message>
        <source>It is not made for servers (its extended key usage lacks serverAuth).</source>
        <translation>Il n’est pas fait pour les serveurs (serverAuth manque à son usage étendu de la clé).</translation>
    </message>
    <message>
        <source>It is made for clients, not for servers (clientAuth without serverAuth).</source>
        <translation>Il est fait pour les clients, pas pour les serveurs (clientAuth sans serverAuth).</translation>
    </message>
    <message>
        <source>It allows any purpose (anyExtendedKeyUsage).</source>
        <translation>Il permet tout usage (anyExtendedKeyUsage).</translation>
    </message>
    <message>
        <source>Its key (%1) may not sign (its key usage lacks digitalSignature).</source>
        <translation>Sa clé (%1) ne peut pas signer (digitalSignature manque à son usage de la clé).</translation>
    </message>
    <message>
        <source>Its key usage has keyEncipherment, for which such a key is of no use.</source>
        <translation>Son usage de la clé a keyEncipherment, qui ne sert à rien avec une telle clé.</translation>
    </message>
    <message>
        <source>It is an authority and for hosts at once.</source>
        <translation>Il est à la fois une autorité et pour des hôtes.</translation>
    </message>
    <message>
        <source>Its key may sign certificates (keyCertSign), but it is no authority.</source>
        <translation>Sa clé peut signer des certificats (keyCertSign), mais il n’est pas une autorité.</translation>
    </message>
    <message>
        <source>It is an authority, but its key may not sign certificates (its key usage lacks keyCertSign).</source>
        <translation>C’est une autorité, mais sa clé ne peut pas signer de certificats (keyCertSign manque à son usage de la clé).</translation>
    </message>
    <message>
        <source>It is an authority without key usage.</source>
        <translation>C’est une autorité sans usage de la clé.</translation>
    </message>
    <message>
        <source>It is an authority, but its basic constraints are not critical.</source>
        <translation>C’est une autorité, mais ses contraintes de base ne sont pas critiques.</translation>
    </message>
    <message>
        <source>It has a path length, but is no authority.</source>
        <translation>Il a une longueur de chemin, mais il n’est pas une autorité.</translation>
    </message>
    <message>
        <source>It has name constraints, but is no authority.</source>
        <translation>Il a des contraintes de nom, mais il n’est pas une autorité.</translation>
    </message>
    <message>
        <source>It has no subject key identifier.</source>
        <translation>Il n’a pas d’identifiant de la clé du sujet.</translation>
    </message>
    <message>
        <source>It has no authority key identifier.</source>
        <translation>Il n’a pas d’identifiant de la clé de l’autorité.</translation>
    </message>
    <message>
        <source>It is signed by itself.</source>
        <translation>Il est signé par lui-même.</translation>
    </message>
    <message>
        <source>It does not say where one learns that it was revoked.</source>
        <translation>Il ne dit pas où l’on apprend qu’il a été révoqué.</translation>
    </message>
    <message>
        <source>It requires a stapled OCSP answer (must-staple).</source>
        <translation>Il exige une réponse OCSP agrafée (must-staple).</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>remarque</translation>
    </message>
    <message>
        <source>Used as a server certificate: yes.</source>
        <translation>Utilisé comme certificat de serveur&#xa0;: oui.</translation>
    </message>
    <message>
        <source>Used as a server certificate: yes, but: %1</source>
        <translation>Utilisé comme certificat de serveur&#xa0;: oui, mais&#xa0;: %1</translation>
    </message>
    <message>
        <source>Used as a server certificate: no. %1</source>
        <translation>Utilisé comme certificat de serveur&#xa0;: non. %1</translation>
    </message>
    <message>
        <source>Curves of one&apos;s own have been used to forge certificates (CVE-2020-0601), so they must be named.</source>
        <translation>Des courbes propres ont servi à contrefaire des certificats (CVE-2020-0601)&#xa0;; elles doivent donc être nommées.</translation>
    </message>
    <message>
        <source>The baseline allows rsaEncryption alone for RSA keys.</source>
        <translation>Les exigences de base n’admettent que rsaEncryption pour les clés RSA.</translation>
    </message>
    <message>
        <source>It is damaged or forged, or an older key of the same authority signed it.</source>
        <translation>Il est abîmé ou contrefait, ou une clé plus ancienne de la même autorité l’a signé.</translation>
    </message>
    <message>
        <source>Its key spells its curve out instead of naming it.</source>
        <translation>Sa clé décrit sa courbe au lieu de la nommer.</translation>
    </message>
    <message>
        <source>Its RSA key is for PSS signatures alone.</source>
        <translation>Sa clé RSA ne sert qu’aux signatures PSS.</translation>
    </message>
    <message>
        <source>It names itself as its issuer, but its own key did not sign it.</source>
        <translation>Il se nomme lui-même comme émetteur, mais sa propre clé ne l’a pas signé.</translation>
    </message>
    <message>
        <source>Most clients refuse it.</source>
        <translation>La plupart des clients le refusent.</translation>
    </message>
    <message>
        <source>OpenSSL and the programs that use it refuse it; some others accept it.</source>
        <translation>OpenSSL et les programmes qui l’utilisent le refusent&#xa0;; certains autres l’acceptent.</translation>
    </message>
    <message>
        <source>Browsers refuse it; OpenSSL, GnuTLS and Java still take the common name instead.</source>
        <translation>Les navigateurs le refusent&#xa0;; OpenSSL, GnuTLS et Java prennent encore le nom commun à la place.</translation>
    </message>
    <message>
        <source>Clients do not offer this curve unless they are told to, so no connection comes about.</source>
        <translation>Les clients ne proposent cette courbe que si on le leur demande&#xa0;: aucune connexion ne s’établit.</translation>
    </message>
    <message>
        <source>Strict clients refuse it, as Python 3.13 and later; most others accept it.</source>
        <translation>Les clients stricts le refusent, comme Python à partir de 3.13&#xa0;; la plupart des autres l’acceptent.</translation>
    </message>
    <message>
        <source>Java and strict clients, as Python 3.13 and later, refuse it; OpenSSL accepts it.</source>
        <translation>Java et les clients stricts, comme Python à partir de 3.13, le refusent&#xa0;; OpenSSL l’accepte.</translation>
    </message>
    <message>
        <source>Some strict clients refuse it.</source>
        <translation>Certains clients stricts le refusent.</translation>
    </message>
    <message>
        <source>Most clients refuse it for this name.</source>
        <translation>La plupart des clients le refusent pour ce nom.</translation>
    </message>
    <message>
        <source>Clients of today ignore the common name where there are alternative names.</source>
        <translation>Les clients d’aujourd’hui ignorent le nom commun quand il y a d’autres noms.</translation>
    </message>
    <message>
        <source>Clients refuse what it signs.</source>
        <translation>Les clients refusent ce qu’il signe.</translation>
    </message>
    <message>
        <source>Browsers compare the host with the alternative names alone; the common name has not counted for years.</source>
        <translation>Les navigateurs ne comparent l’hôte qu’aux autres noms&#xa0;; le nom commun ne compte plus depuis des années.</translation>
    </message>
    <message>
        <source>No host can have one of these names.</source>
        <translation>Aucun hôte ne peut porter l’un de ces noms.</translation>
    </message>
    <message>
        <source>An authority signs certificates; a server has one of its own.</source>
        <translation>Une autorité signe des certificats&#xa0;; un serveur a le sien.</translation>
    </message>
    <message>
        <source>None of its alternative names can be that of a host.</source>
        <translation>Aucun de ses autres noms ne peut être celui d’un hôte.</translation>
    </message>
    <message>
        <source>It is an authority, not a server&apos;s certificate.</source>
        <translation>C’est une autorité, pas un certificat de serveur.</translation>
    </message>
    <message>
        <source>Below a top-level name, or a public suffix such as co.uk, anybody may register a name.</source>
        <translation>Sous un domaine de premier niveau, ou un suffixe public comme co.uk, n’importe qui peut enregistrer un nom.</translation>
    </message>
    <message>
        <source>The wildcard of “%1” stands for names of unrelated owners.</source>
        <translation>Le joker de «&#xa0;%1&#xa0;» vaut pour des noms de propriétaires sans lien entre eux.</translation>
    </message>
</context>
<context>
    <name>ObjectWords</name>
    <message>
        <source>Common name (CN)</source>
        <translation>Nom commun (CN)</translation>
    </message>
    <message>
        <source>Surname (SN)</source>
        <translation>Nom de famille (SN)</translation>
    </message>
    <message>
        <source>Serial number of the holder</source>
        <translation>Numéro d’identification du titulaire</translation>
    </message>
    <message>
        <source>Country (C)</source>
        <translation>Pays (C)</translation>
    </message>
    <message>
        <source>Locality (L)</source>
        <translation>Localité (L)</translation>
    </message>
    <message>
        <source>State or region (ST)</source>
        <translation>Région (ST)</translation>
    </message>
    <message>
        <source>Street address</source>
        <translation>Adresse postale</translation>
    </message>
    <message>
        <source>Organisation (O)</source>
        <translation>Organisation (O)</translation>
    </message>
    <message>
        <source>Department (OU)</source>
        <translation>Unité (OU)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Business category</source>
        <translation>Catégorie d’organisation</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Given name (GN)</source>
        <translation>Prénom (GN)</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>Pseudonyme</translation>
    </message>
    <message>
        <source>Identifier of the organisation</source>
        <translation>Identifiant de l’organisation</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse électronique</translation>
    </message>
    <message>
        <source>User (UID)</source>
        <translation>Utilisateur (UID)</translation>
    </message>
    <message>
        <source>Domain component (DC)</source>
        <translation>Composant de domaine (DC)</translation>
    </message>
    <message>
        <source>Locality of registration</source>
        <translation>Localité d’enregistrement</translation>
    </message>
    <message>
        <source>State or region of registration</source>
        <translation>Région d’enregistrement</translation>
    </message>
    <message>
        <source>Country of registration</source>
        <translation>Pays d’enregistrement</translation>
    </message>
    <message>
        <source>OCSP answers</source>
        <translation>Réponses OCSP</translation>
    </message>
    <message>
        <source>Issuer&apos;s certificate</source>
        <translation>Certificat de l’émetteur</translation>
    </message>
    <message>
        <source>Time stamps</source>
        <translation>Horodatage</translation>
    </message>
    <message>
        <source>Certificates of the authority</source>
        <translation>Certificats de l’autorité</translation>
    </message>
    <message>
        <source>any policy</source>
        <translation>toute politique</translation>
    </message>
    <message>
        <source>CA/Browser Forum: extended validation (EV)</source>
        <translation>CA/Browser Forum&#xa0;: validation étendue (EV)</translation>
    </message>
    <message>
        <source>CA/Browser Forum: domain validated (DV)</source>
        <translation>CA/Browser Forum&#xa0;: domaine vérifié (DV)</translation>
    </message>
    <message>
        <source>CA/Browser Forum: organisation validated (OV)</source>
        <translation>CA/Browser Forum&#xa0;: organisation vérifiée (OV)</translation>
    </message>
    <message>
        <source>CA/Browser Forum: individual validated (IV)</source>
        <translation>CA/Browser Forum&#xa0;: personne vérifiée (IV)</translation>
    </message>
    <message>
        <source>CA/Browser Forum: code signing, extended validation</source>
        <translation>CA/Browser Forum&#xa0;: signature de code, validation étendue</translation>
    </message>
    <message>
        <source>CA/Browser Forum: code signing</source>
        <translation>CA/Browser Forum&#xa0;: signature de code</translation>
    </message>
    <message>
        <source>practice statement (CPS)</source>
        <translation>déclaration des pratiques (CPS)</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>avis</translation>
    </message>
    <message>
        <source>Qualified certificate (EU)</source>
        <translation>Certificat qualifié (UE)</translation>
    </message>
    <message>
        <source>Limit of transactions</source>
        <translation>Limite des transactions</translation>
    </message>
    <message>
        <source>Years for which records are kept</source>
        <translation>Années de conservation des dossiers</translation>
    </message>
    <message>
        <source>Key in a secure device (QSCD)</source>
        <translation>Clé dans un dispositif sécurisé (QSCD)</translation>
    </message>
    <message>
        <source>Disclosure statements</source>
        <translation>Déclarations d’information</translation>
    </message>
    <message>
        <source>Kind of qualified certificate</source>
        <translation>Type de certificat qualifié</translation>
    </message>
    <message>
        <source>Countries whose law applies</source>
        <translation>Pays dont la loi s’applique</translation>
    </message>
    <message>
        <source>Payment services (PSD2)</source>
        <translation>Services de paiement (DSP2)</translation>
    </message>
    <message>
        <source>encrypts files (EFS)</source>
        <translation>chiffre des fichiers (EFS)</translation>
    </message>
    <message>
        <source>recovers encrypted files (EFS)</source>
        <translation>récupère des fichiers chiffrés (EFS)</translation>
    </message>
    <message>
        <source>signs trust lists (Microsoft)</source>
        <translation>signe des listes de confiance (Microsoft)</translation>
    </message>
    <message>
        <source>signs for the lifetime of the certificate alone (Microsoft)</source>
        <translation>signe pour la seule durée du certificat (Microsoft)</translation>
    </message>
    <message>
        <source>signs programs of individuals (Microsoft)</source>
        <translation>signe des programmes de particuliers (Microsoft)</translation>
    </message>
    <message>
        <source>signs programs of companies (Microsoft)</source>
        <translation>signe des programmes d’entreprises (Microsoft)</translation>
    </message>
    <message>
        <source>requests certificates for others (Microsoft)</source>
        <translation>demande des certificats pour autrui (Microsoft)</translation>
    </message>
    <message>
        <source>encrypts documents (Microsoft)</source>
        <translation>chiffre des documents (Microsoft)</translation>
    </message>
    <message>
        <source>Kerberos client (PKINIT)</source>
        <translation>client Kerberos (PKINIT)</translation>
    </message>
    <message>
        <source>Kerberos server (PKINIT)</source>
        <translation>serveur Kerberos (PKINIT)</translation>
    </message>
    <message>
        <source>IPsec tunnel</source>
        <translation>tunnel IPsec</translation>
    </message>
    <message>
        <source>IPsec user</source>
        <translation>utilisateur IPsec</translation>
    </message>
    <message>
        <source>SSH client</source>
        <translation>client SSH</translation>
    </message>
    <message>
        <source>SSH server</source>
        <translation>serveur SSH</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>%1: %2</source>
        <comment>protocol, number</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The chain is complete: its issuer is a root, which is not sent.</source>
        <translation>La chaîne est complète&#xa0;: son émetteur est une racine, qui n’est pas envoyée.</translation>
    </message>
    <message numerus="yes">
        <source>The chain is complete: %n issuers are sent.</source>
        <translation>
            <numerusform>La chaîne est complète&#xa0;: %n émetteur est envoyé.</numerusform>
            <numerusform>La chaîne est complète&#xa0;: %n émetteurs sont envoyés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Certificates of clients may come from %n authorities.</source>
        <translation>
            <numerusform>Les certificats des clients peuvent venir de %n autorité.</numerusform>
            <numerusform>Les certificats des clients peuvent venir de %n autorités.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name and limits are in order.</source>
        <translation>Le nom et les limites conviennent.</translation>
    </message>
    <message>
        <source>The certificate “%1” is there.</source>
        <translation>Le certificat «&#xa0;%1&#xa0;» est là.</translation>
    </message>
    <message>
        <source>Its private key is there and belongs to it.</source>
        <translation>Sa clé privée est là et lui appartient.</translation>
    </message>
    <message>
        <source>The key (%1) is strong enough for security level %2.</source>
        <translation>La clé (%1) est assez forte pour le niveau de sécurité %2.</translation>
    </message>
    <message>
        <source>The certificate is valid until %1.</source>
        <translation>Le certificat est valable jusqu’au %1.</translation>
    </message>
    <message>
        <source>The certificate names no host, and none is asked for.</source>
        <translation>Le certificat ne nomme aucun hôte, et aucun n’est demandé.</translation>
    </message>
    <message>
        <source>The certificate is for %1.</source>
        <translation>Le certificat est pour %1.</translation>
    </message>
    <message>
        <source>The certificate may be used by servers (serverAuth).</source>
        <translation>Le certificat peut servir à des serveurs (serverAuth).</translation>
    </message>
    <message>
        <source>The certificate is self-signed: nobody stands above it.</source>
        <translation>Le certificat est autosigné&#xa0;: aucune autorité ne se trouve au-dessus de lui.</translation>
    </message>
    <message>
        <source>This OpenSSL has %1.</source>
        <translation>Cet OpenSSL possède %1.</translation>
    </message>
    <message>
        <source>Cipher suites that go with the key: %1.</source>
        <translation>Suites de chiffrement qui vont avec la clé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>OpenSSL takes the lists of algorithms.</source>
        <translation>OpenSSL accepte les listes d’algorithmes.</translation>
    </message>
    <message>
        <source>The files are in reach: %1.</source>
        <translation>Les fichiers sont accessibles&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nobody else gets what decrypts the connections.</source>
        <translation>De quoi déchiffrer les connexions n’est communiqué à personne d’autre.</translation>
    </message>
    <message>
        <source>%1 is an address of this machine.</source>
        <translation>%1 est une adresse de cette machine.</translation>
    </message>
    <message>
        <source>The system chooses a free port.</source>
        <translation>Le système choisit un port libre.</translation>
    </message>
    <message>
        <source>Port %1 is free.</source>
        <translation>Le port %1 est libre.</translation>
    </message>
    <message>
        <source>The key is locked: Start asks for its pass phrase.</source>
        <translation>La clé est verrouillée&#xa0;: sa phrase secrète sera demandée au démarrage.</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Utiliser le port %1</translation>
    </message>
    <message>
        <source>Allow any port</source>
        <translation>Permettre tous les ports</translation>
    </message>
    <message>
        <source>Listen on %1</source>
        <translation>Écouter sur %1</translation>
    </message>
    <message>
        <source>Lower the level to %1</source>
        <translation>Baisser le niveau à %1</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>Utiliser «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Trust “%1”</source>
        <translation>Faire confiance à «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Send the usual chain</source>
        <translation>Envoyer la chaîne habituelle</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Utiliser %1</translation>
    </message>
    <message>
        <source>Use Sealport&apos;s list</source>
        <translation>Utiliser la liste de Sealport</translation>
    </message>
    <message>
        <source>Correct the list</source>
        <translation>Corriger la liste</translation>
    </message>
    <message>
        <source>Do without it</source>
        <translation>S’en passer</translation>
    </message>
    <message>
        <source>Ready: plain TCP, without TLS.</source>
        <translation>Prêt&#xa0;: TCP en clair, sans TLS.</translation>
    </message>
    <message>
        <source>Ready: %1 with %2.</source>
        <translation>Prêt&#xa0;: %1 avec %2.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message numerus="yes">
        <source>%n errors keep the server from starting.</source>
        <translation>
            <numerusform>%n erreur empêche le démarrage du serveur.</numerusform>
            <numerusform>%n erreurs empêchent le démarrage du serveur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready, but for the pass phrase of the key: %1.</source>
        <translation>Prêt, à la phrase secrète de la clé près&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Production</name>
    <message>
        <source>the path of the certificate</source>
        <translation>le chemin du certificat</translation>
    </message>
    <message>
        <source>the path of the key</source>
        <translation>le chemin de la clé</translation>
    </message>
    <message>
        <source>the path of the chain</source>
        <translation>le chemin de la chaîne</translation>
    </message>
    <message>
        <source>the path of the clients&apos; authorities</source>
        <translation>le chemin des autorités des clients</translation>
    </message>
    <message>
        <source>the folder of the files to make</source>
        <translation>le dossier des fichiers à créer</translation>
    </message>
    <message>
        <source>the path of the Diffie-Hellman parameters</source>
        <translation>le chemin des paramètres Diffie-Hellman</translation>
    </message>
    <message>
        <source>the path of the OCSP response</source>
        <translation>le chemin de la réponse OCSP</translation>
    </message>
    <message>
        <source>the server name</source>
        <translation>le nom de serveur</translation>
    </message>
    <message>
        <source>the ALPN protocols</source>
        <translation>les protocoles ALPN</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>l’adresse</translation>
    </message>
    <message>
        <source>the text of the reply</source>
        <translation>le texte de la réponse</translation>
    </message>
    <message>
        <source>to send back what it receives</source>
        <translation>renvoyer ce qu’il reçoit</translation>
    </message>
    <message>
        <source>to take everything and say nothing</source>
        <translation>tout recevoir sans rien dire</translation>
    </message>
    <message>
        <source>to follow a script</source>
        <translation>suivre un script</translation>
    </message>
    <message>
        <source>to let somebody write the answers</source>
        <translation>laisser quelqu’un écrire les réponses</translation>
    </message>
    <message>
        <source>to answer with a text of one&apos;s own</source>
        <translation>répondre par un texte choisi</translation>
    </message>
    <message>
        <source>to answer with a page about the connection</source>
        <translation>répondre par une page sur la connexion</translation>
    </message>
    <message>
        <source>%1 decides about ALPN by itself: it agrees on %2.</source>
        <translation>%1 décide lui-même d’ALPN&#xa0;: il accepte %2.</translation>
    </message>
    <message>
        <source>%1 does not know ALPN; left out: %2.</source>
        <translation>%1 ne connaît pas ALPN&#xa0;; omis&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 agrees on %2 as well (ALPN).</source>
        <translation>%1 accepte aussi %2 (ALPN).</translation>
    </message>
    <message>
        <source>%1 chooses among the ALPN protocols in the client&apos;s order.</source>
        <translation>%1 choisit parmi les protocoles ALPN dans l’ordre du client.</translation>
    </message>
    <message>
        <source>%1 refuses clients that offer only other ALPN protocols.</source>
        <translation>%1 refuse les clients qui ne proposent que d’autres protocoles ALPN.</translation>
    </message>
    <message>
        <source>%1 serves clients that offer only other ALPN protocols.</source>
        <translation>%1 sert les clients qui ne proposent que d’autres protocoles ALPN.</translation>
    </message>
    <message>
        <source>%1 refuses a client certificate after the handshake, with an error page instead of an alert.</source>
        <translation>%1 refuse un certificat client après la négociation, par une page d’erreur au lieu d’une alerte.</translation>
    </message>
    <message>
        <source>%1 asks clients for a certificate only with a file of authorities: it does not ask.</source>
        <translation>%1 ne demande un certificat aux clients qu’avec un fichier d’autorités&#xa0;: il n’en demande pas.</translation>
    </message>
    <message>
        <source>The authorities that the application %2 trusts stand in no file that %1 could read: write them into one, and choose it as the clients&apos; authorities.</source>
        <translation>Les autorités auxquelles l’application %2 fait confiance ne sont dans aucun fichier que %1 puisse lire&#xa0;: écrivez-les dans un fichier, et choisissez-le comme autorités des clients.</translation>
    </message>
    <message>
        <source>The keys that clients know beforehand (PSK) are not handed over: %1 is not told what is in %2.</source>
        <translation>Les clés que les clients connaissent d’avance (PSK) ne sont pas transmises&#xa0;: %1 n’apprend pas ce que contient %2.</translation>
    </message>
    <message>
        <source>%1 takes client certificates of unknown authorities, but not expired ones.</source>
        <translation>%1 accepte les certificats clients d’autorités inconnues, mais pas ceux qui ont expiré.</translation>
    </message>
    <message>
        <source>%1 believes an intermediate authority only if the root is in the file as well.</source>
        <translation>%1 ne fait confiance à une autorité intermédiaire que si la racine est aussi dans le fichier.</translation>
    </message>
    <message>
        <source>%1 reads only the first certificate of the file of authorities.</source>
        <translation>%1 ne lit que le premier certificat du fichier d’autorités.</translation>
    </message>
    <message>
        <source>%1 sends its own number of session tickets (%3), not %2.</source>
        <translation>%1 envoie son propre nombre de tickets de session (%3), et non %2.</translation>
    </message>
    <message>
        <source>%1 keeps sessions in its own way, whatever this server does.</source>
        <translation>%1 conserve les sessions à sa manière, quoi que fasse ce serveur.</translation>
    </message>
    <message>
        <source>%1 has one session cache for all its servers: say “%2” where it is set up.</source>
        <translation>%1 a un seul cache de sessions pour tous ses serveurs&#xa0;: écrivez «&#xa0;%2&#xa0;» là où il est configuré.</translation>
    </message>
    <message>
        <source>%1 never lets clients renegotiate.</source>
        <translation>%1 ne laisse jamais les clients renégocier.</translation>
    </message>
    <message>
        <source>%1 lets clients renegotiate below TLS 1.3.</source>
        <translation>%1 laisse les clients renégocier en dessous de TLS 1.3.</translation>
    </message>
    <message>
        <source>%1 decides about the size of records, not %2 bytes.</source>
        <translation>%1 décide lui-même de la taille des enregistrements, qui n’est pas de %2 octets.</translation>
    </message>
    <message>
        <source>%1 writes no key log: in production, nobody should be able to read along. Left out: %2.</source>
        <translation>%1 n’écrit pas de journal des clés&#xa0;: en production, personne ne doit pouvoir lire les échanges. Omis&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 listens on every address, not only on %2: keep others out with a firewall.</source>
        <translation>%1 écoute sur toutes les adresses, pas seulement sur %2&#xa0;: écartez les autres avec un pare-feu.</translation>
    </message>
    <message>
        <source>%1 does not share its address: another server cannot listen there as well.</source>
        <translation>%1 ne partage pas son adresse&#xa0;: un autre serveur ne peut pas y écouter aussi.</translation>
    </message>
    <message>
        <source>%1 shares its address with whoever else does.</source>
        <translation>%1 partage son adresse avec quiconque la partage aussi.</translation>
    </message>
    <message>
        <source>This server lets the system choose a port, %1 needs a number: %2 is written.</source>
        <translation>Ce serveur laisse le système choisir un port, %1 a besoin d’un numéro&#xa0;: %2 est écrit.</translation>
    </message>
    <message>
        <source>The files of %2 are not handed over: whatever serves them stands behind %1.</source>
        <translation>Les fichiers de %2 ne sont pas transmis&#xa0;: ce qui les sert se trouve derrière %1.</translation>
    </message>
    <message>
        <source>%1 is not made %2: that is the task of what stands behind it.</source>
        <translation>%1 n’est pas fait pour %2&#xa0;: c’est la tâche de ce qui se trouve derrière lui.</translation>
    </message>
    <message>
        <source>%1 comes only near to what this server does (%2).</source>
        <translation>%1 ne fait qu’à peu près ce que fait ce serveur (%2).</translation>
    </message>
    <message>
        <source>The time for a handshake cannot be set in %1; left out: %2.</source>
        <translation>Le temps d’une négociation ne se règle pas dans %1&#xa0;; omis&#xa0;: %2.</translation>
    </message>
    <message>
        <source>In %1, the time for a handshake (%2) also counts for what the client says first.</source>
        <translation>Dans %1, le temps d’une négociation (%2) vaut aussi pour ce que le client dit en premier.</translation>
    </message>
    <message>
        <source>%1 closes no connection for want of traffic; left out: %2.</source>
        <translation>%1 ne ferme aucune connexion faute de trafic&#xa0;; omis&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 cannot wait for ever: it waits for %2 instead.</source>
        <translation>%1 ne peut pas attendre indéfiniment&#xa0;: il attend %2.</translation>
    </message>
    <message>
        <source>%1 counts whole seconds: a time became %2.</source>
        <translation>%1 compte en secondes entières&#xa0;: un délai devient %2.</translation>
    </message>
    <message>
        <source>%1 does not limit the number of connections (%2).</source>
        <translation>%1 ne limite pas le nombre de connexions (%2).</translation>
    </message>
    <message>
        <source>%1 limits connections for all its servers together: see %3 (%2).</source>
        <translation>%1 limite les connexions de tous ses serveurs ensemble&#xa0;: voyez %3 (%2).</translation>
    </message>
    <message>
        <source>%1 serves one client at a time, the others wait.</source>
        <translation>%1 sert un client à la fois, les autres attendent.</translation>
    </message>
    <message>
        <source>%1 has its own limits for clients that do not read, not %2 bytes.</source>
        <translation>%1 a ses propres limites pour les clients qui ne lisent pas, et non %2 octets.</translation>
    </message>
    <message>
        <source>There is no safe way to write %2 for %1 (%3): left out. Rename it.</source>
        <translation>Il n’y a pas de manière sûre d’écrire %2 pour %1 (%3)&#xa0;: cela est omis. Renommez-le.</translation>
    </message>
    <message>
        <source>%1 takes at most %3 bytes for %2: left out. Shorten it.</source>
        <translation>%1 accepte au plus %3 octets pour %2&#xa0;: cela est omis. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>A newer Sealport has set more than this one knows (%1): left out.</source>
        <translation>Une version plus récente de Sealport a fait des réglages que celle-ci ne connaît pas (%1)&#xa0;: ils sont omis.</translation>
    </message>
    <message>
        <source>What it does otherwise, and what it needs:</source>
        <translation>Ce que ce programme fait autrement, et ce qu’il lui faut&#xa0;:</translation>
    </message>
    <message>
        <source>The key stays where it is: %2 (owner %3, mode %4). %1 reads it as root when it starts; nobody else needs to.</source>
        <translation>La clé reste où elle est&#xa0;: %2 (propriétaire %3, mode %4). %1 la lit en tant que root au démarrage&#xa0;; personne d’autre n’en a besoin.</translation>
    </message>
    <message>
        <source>The key stays where it is: %2 (owner %3, mode %4). %1 runs as the user caddy, who must be able to read it and its folders; nobody else needs to.</source>
        <translation>La clé reste où elle est&#xa0;: %2 (propriétaire %3, mode %4). %1 s’exécute sous l’utilisateur caddy, qui doit pouvoir la lire et parcourir ses dossiers&#xa0;; personne d’autre n’en a besoin.</translation>
    </message>
    <message>
        <source>The key stays where it is: %2 (owner %3, mode %4). Start %1 as a user who may read it.</source>
        <translation>La clé reste où elle est&#xa0;: %2 (propriétaire %3, mode %4). Lancez %1 sous un utilisateur qui a le droit de la lire.</translation>
    </message>
    <message>
        <source>%1 does not have %2: left out.</source>
        <translation>%1 ne connaît pas %2&#xa0;: cela est omis.</translation>
    </message>
    <message>
        <source>%1 takes a range of protocols without holes; left out, so that nothing comes in that this server does not allow: %2.</source>
        <translation>%1 n’accepte qu’une plage de protocoles sans trou&#xa0;; pour que rien n’entre que ce serveur n’autorise pas, est omis&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 has no protocol and cipher suite of this server: there is nothing to write.</source>
        <translation>%1 n’a aucun protocole ni aucune suite de chiffrement de ce serveur&#xa0;: il n’y a rien à écrire.</translation>
    </message>
    <message>
        <source>This server speaks without TLS: there is nothing to write for %1.</source>
        <translation>Ce serveur parle sans TLS&#xa0;: il n’y a rien à écrire pour %1.</translation>
    </message>
    <message>
        <source>%1 does not speak %2 before TLS: it begins with TLS at once, and waits for no %3. A server made for %2 takes the same certificate and lists.</source>
        <translation>%1 ne parle pas %2 avant TLS&#xa0;: il commence aussitôt par TLS, sans attendre %3. Un serveur fait pour %2 prend le même certificat et les mêmes listes.</translation>
    </message>
    <message>
        <source>%1 begins with TLS at once: nobody is there to ask for it later.</source>
        <translation>%1 commence aussitôt par TLS&#xa0;: il n’y a personne pour le demander plus tard.</translation>
    </message>
    <message>
        <source>%1 does not have these cipher suites: %2.</source>
        <translation>%1 n’a pas ces suites de chiffrement&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The lists of %1 cannot leave out these cipher suites, which this server does not have: %2.</source>
        <translation>Les listes de %1 ne peuvent pas écarter ces suites de chiffrement, que ce serveur n’a pas&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 orders the cipher suites by itself, not as in this server&apos;s list.</source>
        <translation>%1 ordonne lui-même les suites de chiffrement, sans suivre la liste de ce serveur.</translation>
    </message>
    <message>
        <source>%1 lets nobody choose the cipher suites of TLS 1.3: it has %2.</source>
        <translation>%1 ne laisse pas choisir les suites de chiffrement de TLS 1.3&#xa0;: il a %2.</translation>
    </message>
    <message>
        <source>%1 does not have these groups: %2.</source>
        <translation>%1 n’a pas ces groupes&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 has none of this server&apos;s groups (%2): it uses its own.</source>
        <translation>%1 n’a aucun des groupes de ce serveur (%2)&#xa0;: il utilise les siens.</translation>
    </message>
    <message>
        <source>%1 does not have these signature algorithms: %2.</source>
        <translation>%1 n’a pas ces algorithmes de signature&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 lets nobody choose signature algorithms; this server has %2.</source>
        <translation>%1 ne laisse pas choisir les algorithmes de signature&#xa0;; ce serveur a %2.</translation>
    </message>
    <message>
        <source>%1 has no security levels: what level %2 forbids is left out of its lists, but the sizes of keys are not checked.</source>
        <translation>%1 n’a pas de niveaux de sécurité&#xa0;: ce que le niveau %2 interdit est omis de ses listes, mais la taille des clés n’est pas contrôlée.</translation>
    </message>
    <message>
        <source>%1 always takes the cipher suite that it prefers, never the client&apos;s.</source>
        <translation>%1 prend toujours la suite de chiffrement qu’il préfère, jamais celle du client.</translation>
    </message>
    <message>
        <source>%1 uses a group of %2 bits for every DHE exchange; Sealport chooses one by the certificate&apos;s key.</source>
        <translation>%1 utilise un groupe de %2 bits pour tout échange DHE&#xa0;; Sealport le choisit d’après la clé du certificat.</translation>
    </message>
    <message>
        <source>%1 wants Diffie-Hellman parameters in the file of the certificate; left out: %2.</source>
        <translation>%1 veut les paramètres Diffie-Hellman dans le fichier du certificat&#xa0;; omis&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 reads PEM files alone, and %2 is none: write it as one (sealport certs export --as chain, and --as pem-key for the key), and name that.</source>
        <translation>%1 ne lit que des fichiers PEM, et %2 n’en est pas un&#xa0;: écrivez-le ainsi (sealport certs export --as chain, et --as pem-key pour la clé), et indiquez ce fichier-là.</translation>
    </message>
    <message>
        <source>No PEM file here holds %2, which this server sends: the chain of %1 ends before it.</source>
        <translation>Aucun fichier PEM ne contient ici %2, que ce serveur envoie&#xa0;: la chaîne de %1 s’arrête avant lui.</translation>
    </message>
    <message>
        <source>Where a certificate has no chain file, %1 may send issuers that it finds among the clients&apos; authorities.</source>
        <translation>Quand un certificat n’a pas de fichier de chaîne, %1 peut envoyer des émetteurs qu’il trouve parmi les autorités des clients.</translation>
    </message>
    <message>
        <source>%1 puts the chain into the right order before it sends it.</source>
        <translation>%1 remet la chaîne dans le bon ordre avant de l’envoyer.</translation>
    </message>
    <message>
        <source>%1 sends no chain with the certificate for a server name: %2 is left out.</source>
        <translation>%1 n’envoie pas de chaîne avec le certificat d’un nom de serveur&#xa0;: %2 est omis.</translation>
    </message>
    <message>
        <source>%1 has no place for further certificates with other keys; left out: %2.</source>
        <translation>%1 n’a pas de place pour d’autres certificats avec d’autres clés&#xa0;; omis&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 gives further certificates only to clients that ask for a name that they hold; others get the first one.</source>
        <translation>%1 ne donne les autres certificats qu’aux clients qui demandent un nom qu’ils contiennent&#xa0;; les autres clients reçoivent le premier.</translation>
    </message>
    <message>
        <source>%1 has no place for the certificates of these server names: %2.</source>
        <translation>%1 n’a pas de place pour les certificats de ces noms de serveur&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 must be told the names that %2 is for, and nobody has said any. Add server names to this server.</source>
        <translation>Il faut dire à %1 pour quels noms est %2, et aucun n’est indiqué. Ajoutez des noms de serveur à ce serveur.</translation>
    </message>
    <message>
        <source>%1 goes by the names that a certificate holds, not by these: %2.</source>
        <translation>%1 se fie aux noms que contient un certificat, non à ceux-ci&#xa0;: %2.</translation>
    </message>
    <message>
        <source>In %1, a “*” also stands for several labels, as in a.b.example.org: %2.</source>
        <translation>Dans %1, «&#xa0;*&#xa0;» vaut aussi pour plusieurs éléments, comme dans a.b.example.org&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 serves clients that ask for another name as well, with the usual certificate.</source>
        <translation>%1 sert aussi les clients qui demandent un autre nom, avec le certificat habituel.</translation>
    </message>
    <message>
        <source>%1 also refuses clients that ask for no name at all.</source>
        <translation>%1 refuse aussi les clients qui ne demandent aucun nom.</translation>
    </message>
    <message>
        <source>%1 refuses the names of the usual certificate too, because nobody has said them.</source>
        <translation>%1 refuse aussi les noms du certificat habituel, car personne ne les a indiqués.</translation>
    </message>
    <message>
        <source>%1 cannot use the key of a token (%2): it needs a key file.</source>
        <translation>%1 ne peut pas utiliser la clé d’un jeton (%2)&#xa0;: il lui faut un fichier de clé.</translation>
    </message>
    <message>
        <source>For the key of a token, %1 needs OpenSSL&apos;s engine (package %2) and the PIN in its configuration.</source>
        <translation>Pour la clé d’un jeton, %1 a besoin du moteur d’OpenSSL (paquet %2) et du code PIN dans la configuration de celui-ci.</translation>
    </message>
    <message>
        <source>%1 is not stapled an OCSP response: it would have to fetch one from its authority, which Sealport only plays.</source>
        <translation>%1 n’a pas de réponse OCSP à agrafer&#xa0;: il devrait en demander une à son autorité, dont Sealport ne fait que jouer le rôle.</translation>
    </message>
    <message>
        <source>%1 staples no OCSP response from a file; left out: %2.</source>
        <translation>%1 n’agrafe pas de réponse OCSP prise dans un fichier&#xa0;; omis&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 is protected: %2 asks for its pass phrase when it starts. Give it one in its own way, or a key without.</source>
        <translation>%1 est protégé&#xa0;: %2 demande sa phrase secrète au démarrage. Indiquez-la-lui à sa manière, ou donnez-lui une clé sans phrase secrète.</translation>
    </message>
    <message>
        <source>This server checks certificates of clients, and no file here holds whom it trusts. Choose the authorities of the clients: without them nothing is written, because %1 may let everybody in.</source>
        <translation>Ce serveur contrôle les certificats des clients, et aucun fichier ne dit ici à qui il fait confiance. Choisissez les autorités des clients&#xa0;: sans elles rien n’est écrit, car %1 pourrait laisser entrer tout le monde.</translation>
    </message>
    <message>
        <source>to go on in the protocol of STARTTLS</source>
        <translation>de poursuivre dans le protocole de STARTTLS</translation>
    </message>
    <message>
        <source>It needs files that are made like this, before it starts:</source>
        <translation>Il lui faut des fichiers que l’on crée ainsi, avant son démarrage&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ProfileSetting</name>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>use of the address</source>
        <translation>usage de l’adresse</translation>
    </message>
    <message>
        <source>any port</source>
        <translation>tout port</translation>
    </message>
    <message>
        <source>start with Sealport</source>
        <translation>démarrage avec Sealport</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certificat</translation>
    </message>
    <message>
        <source>file of the certificate</source>
        <translation>fichier du certificat</translation>
    </message>
    <message>
        <source>file of the chain</source>
        <translation>fichier de la chaîne</translation>
    </message>
    <message>
        <source>further certificates</source>
        <translation>autres certificats</translation>
    </message>
    <message>
        <source>time-out of the handshake</source>
        <translation>délai de la négociation</translation>
    </message>
    <message>
        <source>certificate by application</source>
        <translation>certificat par application</translation>
    </message>
    <message>
        <source>time-out of idle connections</source>
        <translation>délai des connexions inactives</translation>
    </message>
    <message>
        <source>file of the key</source>
        <translation>fichier de la clé</translation>
    </message>
    <message>
        <source>number of connections</source>
        <translation>nombre de connexions</translation>
    </message>
    <message>
        <source>octets that are held back</source>
        <translation>octets retenus</translation>
    </message>
    <message>
        <source>certificates by server name</source>
        <translation>certificats par nom de serveur</translation>
    </message>
    <message>
        <source>plain connections and STARTTLS</source>
        <translation>connexions en clair et STARTTLS</translation>
    </message>
    <message>
        <source>protocols</source>
        <translation>protocoles</translation>
    </message>
    <message>
        <source>refusal of other server names</source>
        <translation>refus des autres noms de serveur</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>further settings of TLS</source>
        <translation>autres réglages de TLS</translation>
    </message>
</context>
<context>
    <name>RevocationText</name>
    <message>
        <source>no reason given</source>
        <translation>aucun motif donné</translation>
    </message>
    <message>
        <source>somebody else may have the key</source>
        <translation>quelqu’un d’autre a peut-être la clé</translation>
    </message>
    <message>
        <source>somebody else may have the authority&apos;s key</source>
        <translation>quelqu’un d’autre a peut-être la clé de l’autorité</translation>
    </message>
    <message>
        <source>names in it are not right any more</source>
        <translation>ses noms ne sont plus exacts</translation>
    </message>
    <message>
        <source>another certificate has taken its place</source>
        <translation>un autre certificat l’a remplacé</translation>
    </message>
    <message>
        <source>not needed any more</source>
        <translation>il ne sert plus</translation>
    </message>
    <message>
        <source>on hold for a while</source>
        <translation>suspendu pour un temps</translation>
    </message>
    <message>
        <source>its holder may not use it any more</source>
        <translation>son titulaire n’y a plus droit</translation>
    </message>
    <message>
        <source>somebody else may have the attribute authority&apos;s key</source>
        <translation>quelqu’un d’autre a peut-être la clé de l’autorité d’attributs</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reason in words, its name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Signed by its issuer.</source>
        <translation>Signée par son émetteur.</translation>
    </message>
    <message>
        <source>Not signed by the certificate that is here under the name of its issuer: do not trust it.</source>
        <translation>Elle n’est pas signée par le certificat présent sous le nom de son émetteur&#xa0;: ne vous y fiez pas.</translation>
    </message>
    <message>
        <source>Nobody can tell who signed it: the certificate of its issuer is in no source that was read. Open it to have the signature checked.</source>
        <translation>Impossible de savoir qui l’a signée&#xa0;: le certificat de son émetteur n’est dans aucune source lue. Ouvrez-le pour faire vérifier la signature.</translation>
    </message>
    <message>
        <source>It is not valid yet: it begins %1.</source>
        <translation>Elle n’est pas encore valable&#xa0;: elle commence %1.</translation>
    </message>
    <message>
        <source>It is too old: the next one was due %1. Get that.</source>
        <translation>Elle est trop ancienne&#xa0;: la suivante était attendue %1. Procurez-vous celle-ci.</translation>
    </message>
    <message>
        <source>It is not signed with its own key: no authority will accept it. Make a new one.</source>
        <translation>Elle n’est pas signée avec sa propre clé&#xa0;: aucune autorité ne l’acceptera. Faites-en une nouvelle.</translation>
    </message>
    <message>
        <source>Signed with its own key. No certificate for this key is in a source that was read.</source>
        <translation>Signée avec sa propre clé. Aucune source lue ne contient de certificat pour cette clé.</translation>
    </message>
    <message>
        <source>Signed with its own key. There is a certificate for this key: %1, until %2.</source>
        <translation>Signée avec sa propre clé. Il existe un certificat pour cette clé&#xa0;: %1, jusqu’au %2.</translation>
    </message>
    <message>
        <source>revoked no more</source>
        <translation>n’est plus révoqué</translation>
    </message>
</context>
<context>
    <name>ServerState</name>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>démarrage</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>à l’écoute</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>arrêt en cours</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>My certificates</source>
        <translation>Mes certificats</translation>
    </message>
    <message>
        <source>System roots</source>
        <translation>Racines du système</translation>
    </message>
    <message>
        <source>Opened files</source>
        <translation>Fichiers ouverts</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Presse-papiers</translation>
    </message>
    <message>
        <source>Clipboard %1</source>
        <translation>Presse-papiers %1</translation>
    </message>
    <message>
        <source>NSS databases</source>
        <translation>Bases NSS</translation>
    </message>
    <message>
        <source>Tokens (PKCS#11)</source>
        <translation>Jetons (PKCS#11)</translation>
    </message>
</context>
<context>
    <name>TerminalView</name>
    <message>
        <source>resumed</source>
        <translation>reprise</translation>
    </message>
    <message>
        <source>%1 (%2 octets in, %3 out)</source>
        <translation>%1 (%2&#xa0;octets reçus, %3 envoyés)</translation>
    </message>
    <message>
        <source>%1 listens on %2 (%3). Ctrl+C stops it.</source>
        <translation>%1 écoute sur %2 (%3). Ctrl+C l’arrête.</translation>
    </message>
    <message>
        <source>  certificate %1, SHA-1 %2</source>
        <translation>  certificat %1, SHA-1 %2</translation>
    </message>
    <message>
        <source>%1 stopped: %2 accepted, %3 secured, %4 failed.</source>
        <translation>%1 arrêté&#xa0;: %2 acceptées, %3 sécurisées, %4 en échec.</translation>
    </message>
    <message>
        <source>without TLS</source>
        <translation>sans TLS</translation>
    </message>
    <message>
        <source>plain, then %1 on request</source>
        <translation>en clair, puis %1 sur demande</translation>
    </message>
    <message>
        <source>%1 up to %2, then %3</source>
        <translation>%1 jusqu’à %2, puis %3</translation>
    </message>
    <message>
        <source>%1 goes on as it was: %2</source>
        <translation>%1 continue comme avant&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 serves new connections with what it has taken over (generation %2); those that live go on.</source>
        <translation>%1 sert les nouvelles connexions avec ce qu’il a repris (génération %2)&#xa0;; celles en cours continuent.</translation>
    </message>
    <message>
        <source>%1 stopped: %2 accepted, %3 plain, %4 secured, %5 failed.</source>
        <translation>%1 arrêté&#xa0;: %2 acceptées, %3 en clair, %4 sécurisées, %5 en échec.</translation>
    </message>
</context>
<context>
    <name>Thumbprint</name>
    <message>
        <source>No certificate here has this thumbprint.</source>
        <translation>Aucun certificat n’a ici cette empreinte.</translation>
    </message>
    <message>
        <source>Character %1 is “%2”, which is no hexadecimal digit.</source>
        <translation>Le caractère %1 est «&#xa0;%2&#xa0;», qui n’est pas un chiffre hexadécimal.</translation>
    </message>
    <message>
        <source>Perhaps it should be the digit 0.</source>
        <translation>Il s’agit peut-être du chiffre 0.</translation>
    </message>
    <message>
        <source>Perhaps it should be the digit 1.</source>
        <translation>Il s’agit peut-être du chiffre 1.</translation>
    </message>
    <message numerus="yes">
        <source>It has %1 digits, and %2 has %3: %n are missing.</source>
        <translation>
            <numerusform>Elle a %1 chiffres, et %2 en a %3&#xa0;: il en manque %n.</numerusform>
            <numerusform>Elle a %1 chiffres, et %2 en a %3&#xa0;: il en manque %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %1 digits, and %2 has %3: %n are too many.</source>
        <translation>
            <numerusform>Elle a %1 chiffres, et %2 en a %3&#xa0;: il y en a %n de trop.</numerusform>
            <numerusform>Elle a %1 chiffres, et %2 en a %3&#xa0;: il y en a %n de trop.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has this %2 thumbprint.</source>
        <translation>«&#xa0;%1&#xa0;» a cette empreinte %2.</translation>
    </message>
    <message>
        <source>The public key of “%1” has this %2 hash (a pin); it is not the certificate&apos;s thumbprint.</source>
        <translation>La clé publique de «&#xa0;%1&#xa0;» a cette empreinte %2 (pin)&#xa0;; ce n’est pas l’empreinte du certificat.</translation>
    </message>
    <message>
        <source>This is the key identifier of “%1” (%2 of its key&apos;s bits), not its thumbprint.</source>
        <translation>C’est l’identifiant de clé de «&#xa0;%1&#xa0;» (%2 des bits de sa clé), pas son empreinte.</translation>
    </message>
    <message>
        <source>This is the serial number of “%1”, not its thumbprint.</source>
        <translation>C’est le numéro de série de «&#xa0;%1&#xa0;», pas son empreinte.</translation>
    </message>
    <message>
        <source>%1 thumbprint</source>
        <translation>empreinte %1</translation>
    </message>
    <message>
        <source>%1 hash of its public key</source>
        <translation>empreinte %1 de sa clé publique</translation>
    </message>
    <message>
        <source>key identifier</source>
        <translation>identifiant de clé</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>numéro de série</translation>
    </message>
    <message numerus="yes">
        <source>%n invisible characters were left out.</source>
        <translation>
            <numerusform>%n caractère invisible a été écarté.</numerusform>
            <numerusform>%n caractères invisibles ont été écartés.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was read as Base64.</source>
        <translation>Elle a été lue comme du Base64.</translation>
    </message>
    <message numerus="yes">
        <source>It is the %2 of “%1”, but for %n digits.</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;»&#xa0;: c’est son %2, à %n chiffre près.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;»&#xa0;: c’est son %2, à %n chiffres près.</numerusform>
        </translation>
    </message>
    <message>
        <source>The %2 of “%1” begins like this.</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: son %2 commence ainsi.</translation>
    </message>
    <message>
        <source>The %2 of “%1” holds this, behind its first %3 digits.</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: son %2 contient cela, après ses %3 premiers chiffres.</translation>
    </message>
    <message>
        <source>This is no thumbprint: it must consist of hexadecimal digits.</source>
        <translation>Ce n’est pas une empreinte&#xa0;: elle doit se composer de chiffres hexadécimaux.</translation>
    </message>
    <message>
        <source>No certificate here has this thumbprint, nor nearly so. Open the file or folder where it should be, or look for its name.</source>
        <translation>Aucun certificat n’a ici cette empreinte, ni une empreinte voisine. Ouvrez le fichier ou le dossier où il devrait être, ou cherchez son nom.</translation>
    </message>
    <message>
        <source>It has %1 digits; SHA-1 has 40, SHA-256 has 64.</source>
        <translation>Elle a %1 chiffres&#xa0;; SHA-1 en a 40, SHA-256 en a 64.</translation>
    </message>
    <message>
        <source>%1 is named, but %2 digits are the length of %3.</source>
        <translation>%1 est indiqué, mais %2 chiffres sont la longueur de %3.</translation>
    </message>
    <message>
        <source>Digit %1 is missing: “%2”.</source>
        <translation>Le chiffre %1 manque&#xa0;: «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Digit %1 is too many.</source>
        <translation>Le chiffre %1 est de trop.</translation>
    </message>
    <message>
        <source>Digit %1 should be “%2”.</source>
        <translation>Le chiffre %1 devrait être «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Digit %1 is “%2” and should be “%3”.</source>
        <translation>Le chiffre %1 est «&#xa0;%2&#xa0;» et devrait être «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” was left out.</source>
        <translation>«&#xa0;%1&#xa0;» a été laissé de côté.</translation>
    </message>
</context>
<context>
    <name>ThumbprintMenu</name>
    <message>
        <source>Windows, WinDev (9d a4 84 …)</source>
        <translation>Windows, WinDev (9d a4 84 …)</translation>
    </message>
    <message>
        <source>.NET, PowerShell (9DA484…)</source>
        <translation>.NET, PowerShell (9DA484…)</translation>
    </message>
    <message>
        <source>OpenSSL (9D:A4:84:…)</source>
        <translation>OpenSSL (9D:A4:84:…)</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>SHA-256 of the public key</source>
        <translation>SHA-256 de la clé publique</translation>
    </message>
    <message>
        <source>curl --pinnedpubkey (sha256//…)</source>
        <translation>curl --pinnedpubkey (sha256//…)</translation>
    </message>
</context>
<context>
    <name>TlsPreset</name>
    <message>
        <source>SocketCréeSSL default</source>
        <translation>Valeurs par défaut de SocketCréeSSL</translation>
    </message>
    <message>
        <source>Modern</source>
        <translation>Moderne</translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation>Intermédiaire</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Ancien</translation>
    </message>
    <message>
        <source>Everything this OpenSSL can do</source>
        <translation>Tout ce que cet OpenSSL sait faire</translation>
    </message>
    <message>
        <source>TLS 1.0 to TLS 1.2, as SocketCréeSSL allows them when nothing is said.</source>
        <translation>TLS 1.0 à TLS 1.2, comme SocketCréeSSL les autorise quand rien n’est précisé.</translation>
    </message>
    <message>
        <source>TLS 1.3 alone (Mozilla). For clients since about 2018: Firefox 63, Chrome 70, Android 10, Java 11, OpenSSL 1.1.1.</source>
        <translation>TLS 1.3 seul (Mozilla). Pour les clients depuis 2018 environ&#xa0;: Firefox 63, Chrome 70, Android 10, Java 11, OpenSSL 1.1.1.</translation>
    </message>
    <message>
        <source>TLS 1.2 and TLS 1.3 with forward secrecy (Mozilla&apos;s recommendation). For clients since about 2014: Firefox 27, Chrome 31, Android 4.4.2, Internet Explorer 11, Java 8, OpenSSL 1.0.1.</source>
        <translation>TLS 1.2 et TLS 1.3 avec confidentialité persistante (recommandation de Mozilla). Pour les clients depuis 2014 environ&#xa0;: Firefox 27, Chrome 31, Android 4.4.2, Internet Explorer 11, Java 8, OpenSSL 1.0.1.</translation>
    </message>
    <message>
        <source>TLS 1.0 to TLS 1.3 with weak suites (Mozilla). Only for clients like Internet Explorer 8, Java 6 or OpenSSL 0.9.8.</source>
        <translation>TLS 1.0 à TLS 1.3 avec des suites faibles (Mozilla). Seulement pour des clients comme Internet Explorer 8, Java 6 ou OpenSSL 0.9.8.</translation>
    </message>
    <message>
        <source>Every version, suite, group and signature algorithm of this OpenSSL, even suites that do not encrypt. For experiments with clients of unknown abilities, nothing else.</source>
        <translation>Toutes les versions, suites, tous les groupes et algorithmes de signature de cet OpenSSL, même les suites qui ne chiffrent pas. Pour des essais avec des clients aux capacités inconnues, rien d’autre.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>it closed the connection before TLS was set up.</source>
        <translation>il a fermé la connexion avant que TLS soit établi.</translation>
    </message>
    <message>
        <source>it did not expect the message that this server sent.</source>
        <translation>il n’attendait pas le message que ce serveur a envoyé.</translation>
    </message>
    <message>
        <source>what reached it was damaged or encrypted with the wrong key.</source>
        <translation>ce qu’il a reçu était altéré ou chiffré avec une mauvaise clé.</translation>
    </message>
    <message>
        <source>a record that reached it was too long.</source>
        <translation>un enregistrement qu’il a reçu était trop long.</translation>
    </message>
    <message>
        <source>it does not accept the settings that this server chose.</source>
        <translation>il n’accepte pas les réglages que ce serveur a choisis.</translation>
    </message>
    <message>
        <source>it considers a value that this server sent as forbidden.</source>
        <translation>il juge interdite une valeur que ce serveur a envoyée.</translation>
    </message>
    <message>
        <source>it knows this server&apos;s certificate but denies the access.</source>
        <translation>il connaît le certificat de ce serveur, mais refuse l’accès.</translation>
    </message>
    <message>
        <source>it could not read a message of this server.</source>
        <translation>il n’a pas pu lire un message de ce serveur.</translation>
    </message>
    <message>
        <source>a signature or key of this server did not check out.</source>
        <translation>une signature ou une clé de ce serveur n’a pas pu être vérifiée.</translation>
    </message>
    <message>
        <source>it wants stronger security than this server offers.</source>
        <translation>il veut une sécurité plus forte que celle de ce serveur.</translation>
    </message>
    <message>
        <source>something went wrong inside the client itself.</source>
        <translation>une erreur s’est produite dans le client lui-même.</translation>
    </message>
    <message>
        <source>its user or program cancelled.</source>
        <translation>son utilisateur ou son programme a annulé.</translation>
    </message>
    <message>
        <source>it misses a part of this server&apos;s answer.</source>
        <translation>il manque un élément dans la réponse de ce serveur.</translation>
    </message>
    <message>
        <source>this server answered with an extension that it had not asked for.</source>
        <translation>ce serveur a répondu par une extension qu’il n’avait pas demandée.</translation>
    </message>
    <message>
        <source>it does not recognise the server name.</source>
        <translation>il ne reconnaît pas le nom du serveur.</translation>
    </message>
    <message>
        <source>it wants a certificate.</source>
        <translation>il veut un certificat.</translation>
    </message>
    <message>
        <source>no application protocol (ALPN) suits it.</source>
        <translation>aucun protocole applicatif (ALPN) ne lui convient.</translation>
    </message>
    <message>
        <source>Update the client: what it offers is not safe, and this program cannot offer it.</source>
        <translation>Mettez le client à jour&#xa0;: ce qu’il propose n’est pas sûr, et ce programme ne peut pas l’offrir.</translation>
    </message>
    <message>
        <source>Allow %1 on this server, or an older version in the client.</source>
        <translation>Autorisez %1 sur ce serveur, ou une version plus ancienne dans le client.</translation>
    </message>
    <message>
        <source>Allow %1 on this server, or update the client.</source>
        <translation>Autorisez %1 sur ce serveur, ou mettez le client à jour.</translation>
    </message>
    <message>
        <source>Allow a newer version of TLS on this server, or look at the client&apos;s TLS settings.</source>
        <translation>Autorisez une version plus récente de TLS sur ce serveur, ou examinez les réglages TLS du client.</translation>
    </message>
    <message>
        <source>Give this server a certificate with another type of key.</source>
        <translation>Donnez à ce serveur un certificat avec un autre type de clé.</translation>
    </message>
    <message>
        <source>Give this server a certificate with a key of type %1, or allow cipher suites for %2 in the client.</source>
        <translation>Donnez à ce serveur un certificat avec une clé de type %1, ou autorisez dans le client les suites de chiffrement pour %2.</translation>
    </message>
    <message>
        <source>Make the client trust the issuer (CA) of the certificate, and check that the certificate holds the name that the client connects to.</source>
        <translation>Faites en sorte que le client fasse confiance à l’émetteur (AC) du certificat, et vérifiez que le certificat contient le nom auquel le client se connecte.</translation>
    </message>
    <message>
        <source>Look into the client&apos;s own log for the reason.</source>
        <translation>Cherchez la raison dans le journal du client.</translation>
    </message>
    <message>
        <source>Update the client. If you are writing it, the evidence says what it got wrong.</source>
        <translation>Mettez le client à jour. Si vous l’écrivez vous-même, les constats disent ce qui ne va pas.</translation>
    </message>
    <message>
        <source>Choose a certificate with a private key for this server and start it again.</source>
        <translation>Choisissez pour ce serveur un certificat avec clé privée, puis redémarrez-le.</translation>
    </message>
    <message>
        <source>Check this server&apos;s certificate and key, then stop and start it.</source>
        <translation>Vérifiez le certificat et la clé de ce serveur, puis arrêtez-le et redémarrez-le.</translation>
    </message>
    <message>
        <source>Often harmless. If data is missing at the end, make the client close TLS before it closes the connection.</source>
        <translation>Souvent sans gravité. S’il manque des données à la fin, faites fermer TLS par le client avant qu’il ferme la connexion.</translation>
    </message>
    <message>
        <source>Look into the client&apos;s own log: it may have crashed, or closed without reading everything that was sent to it.</source>
        <translation>Consultez le journal du client&#xa0;: il s’est peut-être arrêté brutalement, ou a fermé sans lire tout ce qui lui a été envoyé.</translation>
    </message>
    <message>
        <source>Switch off SSL 2.0 and the SSL 2.0 compatible hello (in Java: SSLv2Hello) in the client, or update the client.</source>
        <translation>Désactivez dans le client SSL&#xa0;2.0 et le message compatible SSL&#xa0;2.0 (en Java&#xa0;: SSLv2Hello), ou mettez le client à jour.</translation>
    </message>
    <message>
        <source>Allow one of this server&apos;s cipher suites in the client; updating the client usually does it.</source>
        <translation>Autorisez dans le client une des suites de chiffrement de ce serveur&#xa0;; une mise à jour du client suffit en général.</translation>
    </message>
    <message>
        <source>Allow one of this server&apos;s groups in the client, for example %1.</source>
        <translation>Autorisez dans le client un des groupes de ce serveur, par exemple %1.</translation>
    </message>
    <message>
        <source>Give this server a certificate with another type of key, or allow one of its signature algorithms in the client.</source>
        <translation>Donnez à ce serveur un certificat avec un autre type de clé, ou autorisez dans le client un de ses algorithmes de signature.</translation>
    </message>
    <message>
        <source>Write https:// instead of http:// in the client&apos;s address.</source>
        <translation>Écrivez https:// au lieu de http:// dans l’adresse du client.</translation>
    </message>
    <message>
        <source>Switch off the PROXY protocol for this server in the load balancer (HAProxy: send-proxy).</source>
        <translation>Désactivez le protocole PROXY pour ce serveur dans le répartiteur de charge (HAProxy&#xa0;: send-proxy).</translation>
    </message>
    <message>
        <source>Use the port of an SSH server (usually 22), or connect with a program that speaks TLS.</source>
        <translation>Utilisez le port d’un serveur SSH (22 en général), ou connectez-vous avec un programme qui parle TLS.</translation>
    </message>
    <message>
        <source>Switch on TLS (SSL) in the client, from the first byte of the connection, and check that it uses the right port.</source>
        <translation>Activez TLS (SSL) dans le client, dès le premier octet de la connexion, et vérifiez qu’il utilise le bon port.</translation>
    </message>
    <message>
        <source>Check that the client uses TLS (SSL) from the start: with some protocols it waits for the server to speak first.</source>
        <translation>Vérifiez que le client utilise TLS (SSL) dès le début&#xa0;: avec certains protocoles, il attend que le serveur parle le premier.</translation>
    </message>
    <message>
        <source>Look into the client&apos;s own log, and at the network between: firewalls and wrong packet sizes (MTU) swallow large packets.</source>
        <translation>Consultez le journal du client, et examinez le réseau entre les deux&#xa0;: des pare-feu et une mauvaise taille de paquets (MTU) font disparaître les gros paquets.</translation>
    </message>
    <message>
        <source>If the client needs longer pauses, raise the idle time of this server.</source>
        <translation>Si le client a besoin de pauses plus longues, augmentez le délai d’inactivité de ce serveur.</translation>
    </message>
    <message>
        <source>Give this server a certificate with another key (RSA suits most clients), or allow %1 in the client.</source>
        <translation>Donnez à ce serveur un certificat avec une autre clé (RSA convient à la plupart des clients), ou autorisez %1 dans le client.</translation>
    </message>
    <message>
        <source>Compare the name or address that the client connects to with the names in the certificate.</source>
        <translation>Comparez le nom ou l’adresse auxquels le client se connecte avec les noms du certificat.</translation>
    </message>
    <message>
        <source>Give this server a certificate with another type of key (RSA suits most clients), made for servers.</source>
        <translation>Donnez à ce serveur un certificat avec un autre type de clé (RSA convient à la plupart des clients), fait pour les serveurs.</translation>
    </message>
    <message>
        <source>Get a new certificate for this server.</source>
        <translation>Procurez-vous un nouveau certificat pour ce serveur.</translation>
    </message>
    <message>
        <source>Check the dates of the certificate and the clock of the client&apos;s computer; renew the certificate if it has expired.</source>
        <translation>Vérifiez les dates du certificat et l’horloge de l’ordinateur du client&#xa0;; renouvelez le certificat s’il a expiré.</translation>
    </message>
    <message>
        <source>Add the issuer&apos;s certificate (CA) to those that the client trusts, or use a certificate from an issuer that it knows.</source>
        <translation>Ajoutez le certificat de l’émetteur (AC) à ceux auxquels le client fait confiance, ou utilisez le certificat d’un émetteur qu’il connaît.</translation>
    </message>
    <message>
        <source>If it was a real client, look into its own log: it gave up before it began with TLS.</source>
        <translation>S’il s’agissait d’un vrai client, consultez son journal&#xa0;: il a renoncé avant de commencer TLS.</translation>
    </message>
    <message>
        <source>Try again; if it repeats, update the client and look for a device in between that changes the traffic.</source>
        <translation>Réessayez&#xa0;; si cela se répète, mettez le client à jour et cherchez un équipement intermédiaire qui modifie le trafic.</translation>
    </message>
    <message>
        <source>Look at the client&apos;s earlier connections in this list: the first one failed for another reason.</source>
        <translation>Regardez les connexions précédentes de ce client dans cette liste&#xa0;: la première a échoué pour une autre raison.</translation>
    </message>
    <message>
        <source>Raise the limit of connections of this server, or find out why clients keep so many open.</source>
        <translation>Relevez la limite de connexions de ce serveur, ou cherchez pourquoi les clients en gardent autant d’ouvertes.</translation>
    </message>
    <message>
        <source>Make the client read what it receives.</source>
        <translation>Faites lire au client ce qu’il reçoit.</translation>
    </message>
    <message>
        <source>Close connections, or raise the limit of open files for this program (ulimit -n).</source>
        <translation>Fermez des connexions, ou relevez la limite de fichiers ouverts de ce programme (ulimit -n).</translation>
    </message>
    <message>
        <source>The client and this server have no version of TLS in common.</source>
        <translation>Le client et ce serveur n’ont aucune version de TLS en commun.</translation>
    </message>
    <message>
        <source>The client offers only %1, which this server does not allow.</source>
        <translation>Le client ne propose que %1, que ce serveur n’autorise pas.</translation>
    </message>
    <message>
        <source>The client offers %1 at most; this server allows %2.</source>
        <translation>Le client propose au plus %1&#xa0;; ce serveur autorise %2.</translation>
    </message>
    <message>
        <source>The client offers only %1; this server allows %2.</source>
        <translation>Le client ne propose que %1&#xa0;; ce serveur autorise %2.</translation>
    </message>
    <message>
        <source>The client wants %1, which this server leaves out: it allows %2. The client refuses to go back to an older version.</source>
        <translation>Le client veut %1, que ce serveur laisse de côté&#xa0;: il autorise %2. Le client refuse de revenir à une version plus ancienne.</translation>
    </message>
    <message>
        <source>The client refused the version of TLS that this server chose.</source>
        <translation>Le client a refusé la version de TLS que ce serveur a choisie.</translation>
    </message>
    <message>
        <source>The client refused the version of TLS that this server chose. It offers %1 at most; this server allows %2.</source>
        <translation>Le client a refusé la version de TLS que ce serveur a choisie. Il propose au plus %1&#xa0;; ce serveur autorise %2.</translation>
    </message>
    <message>
        <source>The client refused the version of TLS that this server chose. It offers %1; this server allows %2.</source>
        <translation>Le client a refusé la version de TLS que ce serveur a choisie. Il propose %1&#xa0;; ce serveur autorise %2.</translation>
    </message>
    <message>
        <source>The client opened with the greeting of SSL 2.0, a format of 1995 that TLS has given up.</source>
        <translation>Le client a commencé par le ClientHello de SSL&#xa0;2.0, un format de 1995 que TLS a abandonné.</translation>
    </message>
    <message>
        <source>The client opened with the greeting of SSL 2.0, a format of 1995 that TLS has given up. It asks for %1; this server allows %2.</source>
        <translation>Le client a commencé par le ClientHello de SSL&#xa0;2.0, un format de 1995 que TLS a abandonné. Il demande %1&#xa0;; ce serveur autorise %2.</translation>
    </message>
    <message>
        <source>The client and this server have no cipher suite (way to encrypt) in common.</source>
        <translation>Le client et ce serveur n’ont aucune suite de chiffrement (façon de chiffrer) en commun.</translation>
    </message>
    <message>
        <source>The client and this server have no cipher suite (way to encrypt) in common. For %1 the client offers %2; this server allows %3.</source>
        <translation>Le client et ce serveur n’ont aucune suite de chiffrement (façon de chiffrer) en commun. Pour %1, le client propose %2&#xa0;; ce serveur autorise %3.</translation>
    </message>
    <message>
        <source>The client needs a server certificate with a key of type %1, but this server&apos;s key is of type %2. The cipher suites (ways to encrypt) that both know are made for the other type: %3.</source>
        <translation>Le client a besoin d’un certificat de serveur avec une clé de type %1, mais la clé de ce serveur est de type %2. Les suites de chiffrement (façons de chiffrer) connues des deux sont faites pour l’autre type&#xa0;: %3.</translation>
    </message>
    <message>
        <source>The client and this server have no group (elliptic curve) in common to exchange keys with.</source>
        <translation>Le client et ce serveur n’ont aucun groupe (courbe elliptique) en commun pour échanger des clés.</translation>
    </message>
    <message>
        <source>The client names no group (elliptic curve) to exchange keys with; this server allows %1.</source>
        <translation>Le client n’indique aucun groupe (courbe elliptique) pour échanger des clés&#xa0;; ce serveur autorise %1.</translation>
    </message>
    <message>
        <source>The client and this server have no group (elliptic curve) in common to exchange keys with. The client offers %1; this server allows %2.</source>
        <translation>Le client et ce serveur n’ont aucun groupe (courbe elliptique) en commun pour échanger des clés. Le client propose %1&#xa0;; ce serveur autorise %2.</translation>
    </message>
    <message>
        <source>The key of this server&apos;s certificate lies on the curve %1, which the client does not know. The client offers %2.</source>
        <translation>La clé du certificat de ce serveur est sur la courbe %1, que le client ne connaît pas. Le client propose %2.</translation>
    </message>
    <message>
        <source>This server&apos;s key cannot sign in any way that the client accepts.</source>
        <translation>La clé de ce serveur ne peut signer d’aucune façon que le client accepte.</translation>
    </message>
    <message>
        <source>This server&apos;s key cannot sign in any way that the client accepts. The client accepts %1; this server can sign with %2.</source>
        <translation>La clé de ce serveur ne peut signer d’aucune façon que le client accepte. Le client accepte %1&#xa0;; ce serveur peut signer avec %2.</translation>
    </message>
    <message>
        <source>The client sent something that is not TLS (SSL).</source>
        <translation>Le client a envoyé autre chose que du TLS (SSL).</translation>
    </message>
    <message>
        <source>The client sent something that is not TLS (SSL). It begins with “%1”.</source>
        <translation>Le client a envoyé autre chose que du TLS (SSL). Cela commence par «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The client sent an unencrypted web request (plain HTTP) instead of TLS.</source>
        <translation>Le client a envoyé une requête web non chiffrée (HTTP en clair) au lieu de TLS.</translation>
    </message>
    <message>
        <source>The client sent an unencrypted web request (plain HTTP) instead of TLS: “%1”.</source>
        <translation>Le client a envoyé une requête web non chiffrée (HTTP en clair) au lieu de TLS&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The client gave up and sent the alert %1.</source>
        <translation>Le client a renoncé et envoyé l’alerte %1.</translation>
    </message>
    <message>
        <source>The client gave up with the alert %1: %2</source>
        <translation>Le client a renoncé avec l’alerte %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>This server itself could not go on.</source>
        <translation>Ce serveur lui-même n’a pas pu continuer.</translation>
    </message>
    <message>
        <source>This server itself could not go on: %1.</source>
        <translation>Ce serveur lui-même n’a pas pu continuer&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The connection was secured and closed properly.</source>
        <translation>La connexion a été sécurisée et fermée correctement.</translation>
    </message>
    <message>
        <source>The connection was secured, but the client ended it without the TLS goodbye (close_notify).</source>
        <translation>La connexion a été sécurisée, mais le client l’a terminée sans clore TLS (close_notify).</translation>
    </message>
    <message>
        <source>The connection was secured, then the client broke it off abruptly (TCP reset).</source>
        <translation>La connexion a été sécurisée, puis le client l’a interrompue brutalement (TCP reset).</translation>
    </message>
    <message>
        <source>The client did not accept this server&apos;s certificate.</source>
        <translation>Le client n’a pas accepté le certificat de ce serveur.</translation>
    </message>
    <message>
        <source>The connection began with a PROXY protocol header, which a load balancer adds, instead of TLS.</source>
        <translation>La connexion a commencé par un en-tête de protocole PROXY, ajouté par un répartiteur de charge, au lieu de TLS.</translation>
    </message>
    <message>
        <source>The client speaks SSH, not TLS (SSL).</source>
        <translation>Le client parle SSH, pas TLS (SSL).</translation>
    </message>
    <message>
        <source>The client connected but sent nothing for %1.</source>
        <translation>Le client s’est connecté, mais n’a rien envoyé pendant %1.</translation>
    </message>
    <message>
        <source>The client began to set up TLS, then stopped in the middle; this server waited %1.</source>
        <translation>Le client a commencé à établir TLS, puis s’est arrêté au milieu&#xa0;; ce serveur a attendu %1.</translation>
    </message>
    <message>
        <source>The client left before TLS was set up.</source>
        <translation>Le client est parti avant que TLS soit établi.</translation>
    </message>
    <message>
        <source>The client broke the rules of TLS.</source>
        <translation>Le client a enfreint les règles de TLS.</translation>
    </message>
    <message>
        <source>This server did not let the client in.</source>
        <translation>Ce serveur n’a pas laissé entrer le client.</translation>
    </message>
    <message>
        <source>The connection was secured, and the client closed it properly.</source>
        <translation>La connexion a été sécurisée, et le client l’a fermée correctement.</translation>
    </message>
    <message>
        <source>The connection was secured, and this server closed it properly.</source>
        <translation>La connexion a été sécurisée, et ce serveur l’a fermée correctement.</translation>
    </message>
    <message>
        <source>The connection was secured; this server closed it because nothing was said for too long.</source>
        <translation>La connexion a été sécurisée&#xa0;; ce serveur l’a fermée, car rien n’a été échangé pendant trop longtemps.</translation>
    </message>
    <message>
        <source>The connection was secured; this server closed it because nothing was said for %1.</source>
        <translation>La connexion a été sécurisée&#xa0;; ce serveur l’a fermée, car rien n’a été échangé pendant %1.</translation>
    </message>
    <message>
        <source>The connection was secured, and you disconnected it.</source>
        <translation>La connexion a été sécurisée, et vous l’avez déconnectée.</translation>
    </message>
    <message>
        <source>The connection was secured, and it was closed because the server was stopped.</source>
        <translation>La connexion a été sécurisée, puis fermée parce que le serveur a été arrêté.</translation>
    </message>
    <message>
        <source>The client considers this server&apos;s certificate as bad (bad_certificate). Often it does not hold the name that the client connects to.</source>
        <translation>Le client juge mauvais le certificat de ce serveur (bad_certificate). Souvent, celui-ci ne contient pas le nom auquel le client se connecte.</translation>
    </message>
    <message>
        <source>The client does not support this server&apos;s kind of certificate (unsupported_certificate).</source>
        <translation>Le client ne prend pas en charge le type de certificat de ce serveur (unsupported_certificate).</translation>
    </message>
    <message>
        <source>The client says that this server&apos;s certificate was revoked by its issuer (certificate_revoked).</source>
        <translation>Le client dit que le certificat de ce serveur a été révoqué par son émetteur (certificate_revoked).</translation>
    </message>
    <message>
        <source>The client says that this server&apos;s certificate has expired or is not valid yet (certificate_expired).</source>
        <translation>Le client dit que le certificat de ce serveur a expiré ou n’est pas encore valide (certificate_expired).</translation>
    </message>
    <message>
        <source>The client did not accept this server&apos;s certificate (certificate_unknown). Often it does not trust the issuer.</source>
        <translation>Le client n’a pas accepté le certificat de ce serveur (certificate_unknown). Souvent, il ne fait pas confiance à l’émetteur.</translation>
    </message>
    <message>
        <source>The client does not know the authority (CA) that issued this server&apos;s certificate (unknown_ca).</source>
        <translation>Le client ne connaît pas l’autorité de certification (AC) qui a émis le certificat de ce serveur (unknown_ca).</translation>
    </message>
    <message>
        <source>The client closed the connection right after it had received this server&apos;s certificate, so it probably did not accept it.</source>
        <translation>Le client a fermé la connexion juste après avoir reçu le certificat de ce serveur&#xa0;; il ne l’a donc probablement pas accepté.</translation>
    </message>
    <message>
        <source>The client connected and left without sending anything, as port scanners and health checks do.</source>
        <translation>Le client s’est connecté puis est parti sans rien envoyer, comme le font les scanners de ports et les sondes de surveillance.</translation>
    </message>
    <message>
        <source>The client closed the connection while TLS was being set up, and did not say why.</source>
        <translation>Le client a fermé la connexion pendant l’établissement de TLS, sans dire pourquoi.</translation>
    </message>
    <message>
        <source>The client broke off the connection (TCP reset) while TLS was being set up, and did not say why.</source>
        <translation>Le client a interrompu la connexion (TCP reset) pendant l’établissement de TLS, sans dire pourquoi.</translation>
    </message>
    <message>
        <source>The client sent a TLS message that cannot be read or does not check out.</source>
        <translation>Le client a envoyé un message TLS illisible ou qui ne passe pas les vérifications.</translation>
    </message>
    <message>
        <source>The client sent a TLS message that has no place at this point.</source>
        <translation>Le client a envoyé un message TLS qui n’a pas sa place à ce stade.</translation>
    </message>
    <message>
        <source>What the client sent was damaged on its way, encrypted with the wrong key, or too long.</source>
        <translation>Ce que le client a envoyé a été altéré en chemin, chiffré avec une mauvaise clé, ou est trop long.</translation>
    </message>
    <message>
        <source>The client sent a value that TLS forbids.</source>
        <translation>Le client a envoyé une valeur que TLS interdit.</translation>
    </message>
    <message>
        <source>The client&apos;s greeting lacks a part that TLS demands.</source>
        <translation>Il manque au ClientHello du client un élément que TLS exige.</translation>
    </message>
    <message>
        <source>The client says that it fell back to an older version of TLS, although this server allows a newer one. Something may be disturbing its first attempts.</source>
        <translation>Le client dit s’être rabattu sur une version plus ancienne de TLS, alors que ce serveur en autorise une plus récente. Quelque chose perturbe peut-être ses premiers essais.</translation>
    </message>
    <message>
        <source>The client broke the rules of TLS: %1.</source>
        <translation>Le client a enfreint les règles de TLS&#xa0;: %1.</translation>
    </message>
    <message>
        <source>This server already had as many connections as it allows.</source>
        <translation>Ce serveur avait déjà autant de connexions qu’il en autorise.</translation>
    </message>
    <message>
        <source>This server already had %1 connections, its limit.</source>
        <translation>Ce serveur avait déjà %1&#xa0;connexions, sa limite.</translation>
    </message>
    <message>
        <source>The client does not read what it is sent.</source>
        <translation>Le client ne lit pas ce qui lui est envoyé.</translation>
    </message>
    <message>
        <source>The client does not read what it is sent: %1 were waiting for it, the limit.</source>
        <translation>Le client ne lit pas ce qui lui est envoyé&#xa0;: %1 étaient en attente, la limite.</translation>
    </message>
    <message>
        <source>The server was stopped before TLS was set up.</source>
        <translation>Le serveur a été arrêté avant que TLS soit établi.</translation>
    </message>
    <message>
        <source>You disconnected the client before TLS was set up.</source>
        <translation>Vous avez déconnecté le client avant que TLS soit établi.</translation>
    </message>
    <message>
        <source>This program may not open any more connections or files (out of file descriptors).</source>
        <translation>Ce programme n’a plus le droit d’ouvrir de connexions ni de fichiers (plus de descripteurs de fichiers).</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Ended without goodbye</source>
        <translation>Fin sans close_notify</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>Interrompue</translation>
    </message>
    <message>
        <source>No common protocol</source>
        <translation>Aucun protocole commun</translation>
    </message>
    <message>
        <source>SSL 2.0 hello</source>
        <translation>ClientHello SSL&#xa0;2.0</translation>
    </message>
    <message>
        <source>No common cipher</source>
        <translation>Aucune suite commune</translation>
    </message>
    <message>
        <source>No common group</source>
        <translation>Aucun groupe commun</translation>
    </message>
    <message>
        <source>No common signature</source>
        <translation>Aucune signature commune</translation>
    </message>
    <message>
        <source>Certificate rejected</source>
        <translation>Certificat refusé</translation>
    </message>
    <message>
        <source>Plain HTTP</source>
        <translation>HTTP en clair</translation>
    </message>
    <message>
        <source>PROXY protocol</source>
        <translation>Protocole PROXY</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>Not TLS</source>
        <translation>Pas du TLS</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Client muet</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Négociation bloquée</translation>
    </message>
    <message>
        <source>Client left</source>
        <translation>Client parti</translation>
    </message>
    <message>
        <source>Client alert</source>
        <translation>Alerte du client</translation>
    </message>
    <message>
        <source>Protocol error</source>
        <translation>Erreur de protocole</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Server fault</source>
        <translation>Erreur du serveur</translation>
    </message>
    <message>
        <source>Give this server a certificate whose key works with %1 (RSA of 2048 bits or EC P-256 does), then allow %1; or change the versions that the client offers.</source>
        <translation>Donnez à ce serveur un certificat dont la clé fonctionne avec %1 (RSA de 2048 bits ou EC P-256 conviennent), puis autorisez %1&#xa0;; ou changez les versions que propose le client.</translation>
    </message>
    <message>
        <source>Give this server a certificate with another key: RSA of 2048 bits, or EC P-256, works with every version of TLS.</source>
        <translation>Donnez à ce serveur un certificat avec une autre clé&#xa0;: RSA de 2048 bits ou EC P-256 fonctionnent avec toutes les versions de TLS.</translation>
    </message>
    <message>
        <source>Give this server a certificate that is made for servers.</source>
        <translation>Donnez à ce serveur un certificat destiné aux serveurs.</translation>
    </message>
    <message>
        <source>The key of this server&apos;s certificate cannot be used with the version of TLS that was chosen.</source>
        <translation>La clé du certificat de ce serveur ne peut pas servir avec la version de TLS choisie.</translation>
    </message>
    <message>
        <source>The client and this server agree on %1, but the key of this server&apos;s certificate (%2) cannot be used with it.</source>
        <translation>Le client et ce serveur s’accordent sur %1, mais la clé du certificat de ce serveur (%2) ne peut pas servir avec cette version.</translation>
    </message>
    <message>
        <source>This server&apos;s certificate does not allow its key to sign (its key usage lacks digitalSignature).</source>
        <translation>Le certificat de ce serveur ne permet pas à sa clé de signer (digitalSignature manque à son usage de clé).</translation>
    </message>
    <message>
        <source>The client and this server agree on %1, but this server&apos;s certificate does not allow its key to sign (its key usage lacks digitalSignature).</source>
        <translation>Le client et ce serveur s’accordent sur %1, mais le certificat de ce serveur ne permet pas à sa clé de signer (digitalSignature manque à son usage de clé).</translation>
    </message>
    <message>
        <source>Give this server a certificate whose key usage lets its key sign (digitalSignature), then allow %1; or change the versions that the client offers.</source>
        <translation>Donnez à ce serveur un certificat dont l’usage de clé permet de signer (digitalSignature), puis autorisez %1&#xa0;; ou changez les versions que propose le client.</translation>
    </message>
    <message>
        <source>The connection was secured; the server was stopped before the client had read everything.</source>
        <translation>La connexion a été sécurisée&#xa0;; le serveur a été arrêté avant que le client ait tout lu.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate is not valid yet.</source>
        <translation>Le certificat du client n’est pas encore valide.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate has expired.</source>
        <translation>Le certificat du client a expiré.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate &apos;%1&apos; is not valid yet.</source>
        <translation>Le certificat «&#xa0;%1&#xa0;» du client n’est pas encore valide.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate &apos;%1&apos; has expired.</source>
        <translation>Le certificat «&#xa0;%1&#xa0;» du client a expiré.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate comes from nobody whom this server trusts.</source>
        <translation>Le certificat du client ne provient d’aucune autorité à laquelle ce serveur fait confiance.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate &apos;%1&apos; is signed by itself, and this server does not trust it.</source>
        <translation>Le certificat «&#xa0;%1&#xa0;» du client est autosigné, et ce serveur ne lui fait pas confiance.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate &apos;%1&apos; was issued by &apos;%2&apos;, whom this server does not trust.</source>
        <translation>Le certificat «&#xa0;%1&#xa0;» du client a été émis par «&#xa0;%2&#xa0;», à qui ce serveur ne fait pas confiance.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate &apos;%1&apos; is not meant for clients: its extended key usage lacks clientAuth.</source>
        <translation>Le certificat «&#xa0;%1&#xa0;» du client n’est pas destiné aux clients&#xa0;: clientAuth manque à son usage de clé étendu.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate &apos;%1&apos; does not stand up to verification: %2.</source>
        <translation>Le certificat «&#xa0;%1&#xa0;» du client ne résiste pas à la vérification&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The client and this server have no application protocol (ALPN) in common.</source>
        <translation>Le client et ce serveur n’ont aucun protocole applicatif (ALPN) en commun.</translation>
    </message>
    <message>
        <source>The client and this server have no application protocol (ALPN) in common. The client offers %1; this server demands %2.</source>
        <translation>Le client et ce serveur n’ont aucun protocole applicatif (ALPN) en commun. Le client propose %1&#xa0;; ce serveur exige %2.</translation>
    </message>
    <message>
        <source>The client asks for the server name &apos;%1&apos;, for which this server has no certificate.</source>
        <translation>Le client demande le nom de serveur «&#xa0;%1&#xa0;», pour lequel ce serveur n’a pas de certificat.</translation>
    </message>
    <message>
        <source>The client asks for the server name &apos;%1&apos;, for which this server has no certificate. It has some for %2.</source>
        <translation>Le client demande le nom de serveur «&#xa0;%1&#xa0;», pour lequel ce serveur n’a pas de certificat. Il en a pour %2.</translation>
    </message>
    <message>
        <source>This server demands a certificate of its clients, and the client sent none.</source>
        <translation>Ce serveur exige un certificat de ses clients, et celui-ci n’en a pas envoyé.</translation>
    </message>
    <message>
        <source>Add a protocol that the client offers to this server&apos;s list, or do not demand one.</source>
        <translation>Ajoutez à la liste de ce serveur un protocole que le client propose, ou n’en exigez pas.</translation>
    </message>
    <message>
        <source>Add a certificate for that name to this server, or let it answer other names with its usual certificate.</source>
        <translation>Ajoutez à ce serveur un certificat pour ce nom, ou laissez-le répondre aux autres noms avec son certificat habituel.</translation>
    </message>
    <message>
        <source>Give the client a certificate with its private key, or let this server ask without demanding one.</source>
        <translation>Donnez au client un certificat avec sa clé privée, ou laissez ce serveur en demander un sans l’exiger.</translation>
    </message>
    <message>
        <source>Add the issuer&apos;s certificate (CA) to those that this server trusts for clients, or give the client a certificate of one of them.</source>
        <translation>Ajoutez le certificat de l’émetteur (AC) à ceux auxquels ce serveur fait confiance pour les clients, ou donnez au client un certificat de l’un d’eux.</translation>
    </message>
    <message>
        <source>Check the clock of this machine, or wait until the certificate is valid.</source>
        <translation>Vérifiez l’horloge de cette machine, ou attendez que le certificat soit valide.</translation>
    </message>
    <message>
        <source>Renew the client&apos;s certificate, or check the clock of this machine.</source>
        <translation>Renouvelez le certificat du client, ou vérifiez l’horloge de cette machine.</translation>
    </message>
    <message>
        <source>Give the client another certificate, or let this server take those that it cannot verify and report what is wrong with them.</source>
        <translation>Donnez au client un autre certificat, ou laissez ce serveur prendre ceux qu’il ne peut pas vérifier et dire ce qui ne va pas.</translation>
    </message>
    <message>
        <source>No common ALPN protocol</source>
        <translation>Aucun protocole ALPN commun</translation>
    </message>
    <message>
        <source>Unknown server name</source>
        <translation>Nom de serveur inconnu</translation>
    </message>
    <message>
        <source>No client certificate</source>
        <translation>Pas de certificat client</translation>
    </message>
    <message>
        <source>The client&apos;s certificate does not stand up to verification.</source>
        <translation>Le certificat du client ne résiste pas à la vérification.</translation>
    </message>
    <message>
        <source>Client not trusted</source>
        <translation>Client non fiable</translation>
    </message>
    <message>
        <source>Client validity ended</source>
        <translation>Certificat client expiré</translation>
    </message>
    <message>
        <source>Client not accepted</source>
        <translation>Client non accepté</translation>
    </message>
    <message>
        <source>a plain protocol</source>
        <translation>un protocole en clair</translation>
    </message>
    <message>
        <source>The connection was not encrypted (plain TCP); this server closed it because nothing was said for too long.</source>
        <translation>La connexion n’était pas chiffrée (TCP en clair)&#xa0;; ce serveur l’a fermée, car rien n’a été échangé pendant trop longtemps.</translation>
    </message>
    <message>
        <source>The connection was not encrypted (plain TCP); this server closed it because nothing was said for %1.</source>
        <translation>La connexion n’était pas chiffrée (TCP en clair)&#xa0;; ce serveur l’a fermée, car rien n’a été échangé pendant %1.</translation>
    </message>
    <message>
        <source>This port speaks %1, but the client does not.</source>
        <translation>Ce port parle %1, mais pas le client.</translation>
    </message>
    <message>
        <source>This port speaks %1, but the client does not: it begins with “%2”.</source>
        <translation>Ce port parle %1, mais pas le client&#xa0;: il commence par «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>You asked for TLS, but the client sent nothing for %1.</source>
        <translation>Vous avez demandé TLS, mais le client n’a rien envoyé pendant %1.</translation>
    </message>
    <message>
        <source>The client asked for TLS (%1), then sent nothing for %2.</source>
        <translation>Le client a demandé TLS (%1), puis n’a rien envoyé pendant %2.</translation>
    </message>
    <message>
        <source>You asked for TLS, but the client left without beginning it.</source>
        <translation>Vous avez demandé TLS, mais le client est parti sans le commencer.</translation>
    </message>
    <message>
        <source>The client asked for TLS (%1), then left without beginning it.</source>
        <translation>Le client a demandé TLS (%1), puis est parti sans le commencer.</translation>
    </message>
    <message>
        <source>You asked for TLS, but the client went on without it.</source>
        <translation>Vous avez demandé TLS, mais le client a continué sans.</translation>
    </message>
    <message>
        <source>The client asked for TLS (%1), then went on without it.</source>
        <translation>Le client a demandé TLS (%1), puis a continué sans.</translation>
    </message>
    <message>
        <source>The client did not ask for TLS (%1) within %2.</source>
        <translation>Le client n’a pas demandé TLS (%1) en %2.</translation>
    </message>
    <message>
        <source>The client did not ask for TLS (%1) within %2; its last command was %3.</source>
        <translation>Le client n’a pas demandé TLS (%1) en %2&#xa0;; sa dernière commande était %3.</translation>
    </message>
    <message>
        <source>The client said goodbye without asking for TLS (%1).</source>
        <translation>Le client a mis fin à l’échange sans demander TLS (%1).</translation>
    </message>
    <message>
        <source>The client said goodbye without asking for TLS (%1); its last command before that was %2.</source>
        <translation>Le client a mis fin à l’échange sans demander TLS (%1)&#xa0;; sa dernière commande avant cela était %2.</translation>
    </message>
    <message>
        <source>The client closed the connection without asking for TLS (%1).</source>
        <translation>Le client a fermé la connexion sans demander TLS (%1).</translation>
    </message>
    <message>
        <source>The client closed the connection without asking for TLS (%1); its last command was %2.</source>
        <translation>Le client a fermé la connexion sans demander TLS (%1)&#xa0;; sa dernière commande était %2.</translation>
    </message>
    <message>
        <source>The client broke off the connection (TCP reset) without asking for TLS (%1).</source>
        <translation>Le client a interrompu la connexion (TCP reset) sans demander TLS (%1).</translation>
    </message>
    <message>
        <source>The client broke off the connection (TCP reset) without asking for TLS (%1); its last command was %2.</source>
        <translation>Le client a interrompu la connexion (TCP reset) sans demander TLS (%1)&#xa0;; sa dernière commande était %2.</translation>
    </message>
    <message>
        <source>Switch on %1 in the client, which often calls it “explicit TLS”; if it is on, look into the client&apos;s own log.</source>
        <translation>Activez %1 dans le client, qui l’appelle souvent «&#xa0;TLS explicite&#xa0;»&#xa0;; s’il est activé, consultez le journal du client.</translation>
    </message>
    <message>
        <source>Check that the client speaks %1 and uses the right port.</source>
        <translation>Vérifiez que le client parle %1 et qu’il utilise le bon port.</translation>
    </message>
    <message>
        <source>The connection was not encrypted (plain TCP), and the client closed it properly.</source>
        <translation>La connexion n’était pas chiffrée (TCP en clair), et le client l’a fermée correctement.</translation>
    </message>
    <message>
        <source>The connection was not encrypted (plain TCP), and this server closed it properly.</source>
        <translation>La connexion n’était pas chiffrée (TCP en clair), et ce serveur l’a fermée correctement.</translation>
    </message>
    <message>
        <source>The connection was not encrypted (plain TCP), and you disconnected it.</source>
        <translation>La connexion n’était pas chiffrée (TCP en clair), et vous l’avez déconnectée.</translation>
    </message>
    <message>
        <source>The connection was not encrypted (plain TCP), and it was closed because the server was stopped.</source>
        <translation>La connexion n’était pas chiffrée (TCP en clair), et elle a été fermée parce que le serveur a été arrêté.</translation>
    </message>
    <message>
        <source>The connection was not encrypted (plain TCP); the server was stopped before the client had read everything.</source>
        <translation>La connexion n’était pas chiffrée (TCP en clair)&#xa0;; le serveur a été arrêté avant que le client ait tout lu.</translation>
    </message>
    <message>
        <source>The connection was not encrypted (plain TCP); the client broke it off abruptly (TCP reset).</source>
        <translation>La connexion n’était pas chiffrée (TCP en clair)&#xa0;; le client l’a interrompue brutalement (TCP reset).</translation>
    </message>
    <message>
        <source>The client connected but sent nothing for %1; this port speaks %2.</source>
        <translation>Le client s’est connecté, mais n’a rien envoyé pendant %1&#xa0;; ce port parle %2.</translation>
    </message>
    <message>
        <source>The client began with TLS, but the connection ended before you asked for TLS on this side.</source>
        <translation>Le client a commencé TLS, mais la connexion s’est terminée avant que vous ne le demandiez de ce côté.</translation>
    </message>
    <message>
        <source>The client began with TLS at once, but this port speaks %1 first: a client has to ask for TLS (%2).</source>
        <translation>Le client a commencé par TLS, mais ce port parle d’abord %1&#xa0;: un client doit demander TLS (%2).</translation>
    </message>
    <message>
        <source>The client began with TLS, but this server does without it (plain TCP).</source>
        <translation>Le client a commencé par TLS, mais ce serveur s’en passe (TCP en clair).</translation>
    </message>
    <message>
        <source>The client sent more (%1) together with its request for TLS (%2), without waiting for the answer. Somebody in between could have put it there, so this server refused.</source>
        <translation>Le client a envoyé autre chose (%1) avec sa demande de TLS (%2), sans attendre la réponse. Quelqu’un sur le trajet a pu l’y glisser&#xa0;; ce serveur a donc refusé.</translation>
    </message>
    <message>
        <source>This port speaks %1, but what the client sent cannot be read.</source>
        <translation>Ce port parle %1, mais ce que le client a envoyé est illisible.</translation>
    </message>
    <message>
        <source>The client sent a command that is longer than %1, the limit.</source>
        <translation>Le client a envoyé une commande plus longue que %1, la limite.</translation>
    </message>
    <message>
        <source>The client sent more than %1 commands, the limit, without asking for TLS (%2).</source>
        <translation>Le client a envoyé plus de %1 commandes, la limite, sans demander TLS (%2).</translation>
    </message>
    <message>
        <source>The client wants to log in without TLS, which this server demands.</source>
        <translation>Le client veut s’identifier sans TLS, que ce serveur exige.</translation>
    </message>
    <message>
        <source>Ask for TLS when the client begins with it, or have this server begin with TLS at once.</source>
        <translation>Demandez TLS quand le client le commence, ou faites commencer ce serveur par TLS.</translation>
    </message>
    <message>
        <source>Set the client to %1, which it may call “explicit TLS”, or have this server begin with TLS at once.</source>
        <translation>Réglez le client sur %1, qu’il appelle peut-être «&#xa0;TLS explicite&#xa0;», ou faites commencer ce serveur par TLS.</translation>
    </message>
    <message>
        <source>Switch TLS off in the client, or on in this server.</source>
        <translation>Désactivez TLS dans le client, ou activez-le dans ce serveur.</translation>
    </message>
    <message>
        <source>Make the client wait for the answer to %1. If it does wait, something in between changes the traffic.</source>
        <translation>Faites attendre au client la réponse à %1. S’il l’attend, quelque chose sur le trajet modifie les échanges.</translation>
    </message>
    <message>
        <source>The client waited to be let in, and nobody answered.</source>
        <translation>Le client a attendu de pouvoir entrer, et personne n’a répondu.</translation>
    </message>
    <message>
        <source>The client waited %1 to be let in, and nobody answered.</source>
        <translation>Le client a attendu pendant %1 de pouvoir entrer, et personne n’a répondu.</translation>
    </message>
    <message>
        <source>The dialogue could not go on: one of its patterns takes too long to look for.</source>
        <translation>Le dialogue n’a pas pu continuer&#xa0;: la recherche d’un de ses motifs est trop longue.</translation>
    </message>
    <message>
        <source>The dialogue could not go on: the pattern in its line %1 takes too long to look for.</source>
        <translation>Le dialogue n’a pas pu continuer&#xa0;: la recherche du motif de sa ligne %1 est trop longue.</translation>
    </message>
    <message>
        <source>You denied the client before anything was read from it.</source>
        <translation>Vous avez refusé le client avant d’avoir lu quoi que ce soit de lui.</translation>
    </message>
    <message>
        <source>The client left before it was let in.</source>
        <translation>Le client est parti avant qu’on l’ait laissé entrer.</translation>
    </message>
    <message>
        <source>This server reset the connection (TCP reset), as its dialogue says.</source>
        <translation>Ce serveur a réinitialisé la connexion (TCP reset), comme le veut son dialogue.</translation>
    </message>
    <message>
        <source>Answer sooner: few clients wait longer than some seconds. This server waits as long as it does for a handshake.</source>
        <translation>Répondez plus tôt&#xa0;: peu de clients attendent plus de quelques secondes. Ce serveur attend aussi longtemps que pour une négociation.</translation>
    </message>
    <message>
        <source>Write the pattern so that it can fail early, for example with ^ in front and without one repetition inside another.</source>
        <translation>Écrivez le motif pour qu’il puisse échouer tôt, par exemple avec ^ au début et sans répétition dans une autre répétition.</translation>
    </message>
    <message>
        <source>Set sslmode=require in the client; if it is set, look into the client&apos;s own log.</source>
        <translation>Réglez sslmode=require dans le client&#xa0;; s’il l’est déjà, consultez le journal du client.</translation>
    </message>
    <message>
        <source>Switch on %1 in the client; if it is on, look into the client&apos;s own log.</source>
        <translation>Activez %1 dans le client&#xa0;; s’il est activé, consultez le journal du client.</translation>
    </message>
    <message>
        <source>Set the client to %1, or have this server begin with TLS at once.</source>
        <translation>Réglez le client sur %1, ou faites commencer ce serveur directement par TLS.</translation>
    </message>
    <message>
        <source>The client only asked to cancel a query, which it does without TLS.</source>
        <translation>Le client a seulement demandé l’annulation d’une requête, ce qu’il fait sans TLS.</translation>
    </message>
    <message>
        <source>The client began with TLS without asking for it (%1).</source>
        <translation>Le client a commencé par TLS sans le demander (%1).</translation>
    </message>
    <message>
        <source>Make the client send %1 and wait for the answer before it begins with TLS.</source>
        <translation>Faites envoyer %1 au client, qui doit attendre la réponse avant de commencer TLS.</translation>
    </message>
    <message>
        <source>Set sslmode=require in the client.</source>
        <translation>Réglez sslmode=require dans le client.</translation>
    </message>
</context>
<context>
    <name>WLanguage</name>
    <message>
        <source>the name of the socket</source>
        <translation>le nom du socket</translation>
    </message>
    <message>
        <source>the port</source>
        <translation>le port</translation>
    </message>
    <message>
        <source>the certificate</source>
        <translation>le certificat</translation>
    </message>
    <message>
        <source>the options</source>
        <translation>les options</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>l’adresse</translation>
    </message>
    <message>
        <source>the name of the certificate store</source>
        <translation>le nom du magasin de certificats</translation>
    </message>
    <message>
        <source>It was kept as it is.</source>
        <translation>Le texte est gardé tel quel.</translation>
    </message>
    <message>
        <source>About the thumbprint “%1”: %2</source>
        <translation>À propos de l’empreinte «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>There is no call of SocketCréeSSL or SocketCreateSSL in it.</source>
        <translation>Il n’y a là aucun appel de SocketCréeSSL ni de SocketCreateSSL.</translation>
    </message>
    <message>
        <source>%1 makes no server with TLS. What is looked for is SocketCréeSSL or SocketCreateSSL.</source>
        <translation>%1 ne crée pas de serveur TLS. Ce qui est cherché, c’est SocketCréeSSL ou SocketCreateSSL.</translation>
    </message>
    <message>
        <source>The text is longer than %1 and was not read. Take less of the code, around the call.</source>
        <translation>Le texte dépasse %1 et n’a pas été lu. Prenez moins de code, autour de l’appel.</translation>
    </message>
    <message>
        <source>There are more calls: the first %1 were read.</source>
        <translation>Il y a d’autres appels&#xa0;: les %1 premiers ont été lus.</translation>
    </message>
    <message>
        <source>A comment that begins with /* has no end: what follows it was not read.</source>
        <translation>Un commentaire qui commence par /* n’a pas de fin&#xa0;: ce qui suit n’a pas été lu.</translation>
    </message>
    <message>
        <source>The parenthesis of the call is not closed. Check what was taken from it.</source>
        <translation>La parenthèse de l’appel n’est pas fermée. Vérifiez ce qui en a été repris.</translation>
    </message>
    <message>
        <source>For %1, the closing quotation mark is missing: the text was taken up to the end of the line.</source>
        <translation>Pour %1, le guillemet fermant manque&#xa0;: le texte a été pris jusqu’à la fin de la ligne.</translation>
    </message>
    <message>
        <source>For %1, typographic quotation marks were taken for straight ones. WinDev takes none but those.</source>
        <translation>Pour %1, des guillemets typographiques ont été pris pour des guillemets droits, les seuls que WinDev accepte.</translation>
    </message>
    <message>
        <source>For %1, a text over several lines, in brackets, was taken without the blanks around it. Check it.</source>
        <translation>Pour %1, un texte sur plusieurs lignes, entre crochets, a été pris sans les espaces qui l’entourent. Vérifiez-le.</translation>
    </message>
    <message>
        <source>For %1, the text holds [%…%], which WinDev may fill in; it was kept as it is.</source>
        <translation>Pour %1, le texte contient [%…%], que WinDev peut remplacer&#xa0;; il est gardé tel quel.</translation>
    </message>
    <message>
        <source>For %1, “%2” was not understood.</source>
        <translation>Pour %1, «&#xa0;%2&#xa0;» n’a pas été compris.</translation>
    </message>
    <message>
        <source>For %1, the text gives no value to %2.</source>
        <translation>Pour %1, le texte ne donne pas de valeur à %2.</translation>
    </message>
    <message>
        <source>The call lacks %1.</source>
        <translation>Il manque dans l’appel&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The call has more parameters than SocketCréeSSL, which were not used: %1.</source>
        <translation>L’appel a plus de paramètres que SocketCréeSSL&#xa0;; ils n’ont pas été utilisés&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The text gives no value to %1, so the server was given that name.</source>
        <translation>Le texte ne donne pas de valeur à %1&#xa0;; le serveur a donc reçu ce nom.</translation>
    </message>
    <message>
        <source>SocketCréeSSL takes ports from 5000 to 65000. This server may use port %1 nevertheless.</source>
        <translation>SocketCréeSSL accepte les ports de 5000 à 65000. Ce serveur peut utiliser le port %1 malgré tout.</translation>
    </message>
    <message>
        <source>The port is 0: the system will choose one at each start.</source>
        <translation>Le port est 0&#xa0;: le système en choisira un à chaque démarrage.</translation>
    </message>
    <message>
        <source>“%1” is no port. Give a number from 5000 to 65000.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un port. Donnez un nombre de 5000 à 65000.</translation>
    </message>
    <message>
        <source>“%1” is no option of SocketCréeSSL that is known here; it was not used.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une option de SocketCréeSSL connue ici&#xa0;; elle n’a pas été utilisée.</translation>
    </message>
    <message>
        <source>The options name the certificate both by its hash and by its name: the hash was taken.</source>
        <translation>Les options désignent le certificat à la fois par son hash et par son nom&#xa0;: c’est le hash qui a été retenu.</translation>
    </message>
    <message>
        <source>The options name no protocol: TLS 1.0, 1.1 and 1.2 were taken, as if there were no options.</source>
        <translation>Les options ne nomment aucun protocole&#xa0;: TLS 1.0, 1.1 et 1.2 ont été retenus, comme sans options.</translation>
    </message>
    <message>
        <source>The thumbprint has %1 digits. Sealport finds the certificate by it, but SocketCréeSSL takes SHA-1, with 40 digits.</source>
        <translation>L’empreinte a %1 chiffres. Sealport trouve ainsi le certificat, mais SocketCréeSSL attend SHA-1, soit 40 chiffres.</translation>
    </message>
    <message>
        <source>The certificate is given by its name, which is a thumbprint. Perhaps HashCertificat (CertificateHash) is missing among the options.</source>
        <translation>Le certificat est désigné par son nom, et c’est une empreinte numérique. Peut-être manque-t-il HashCertificat (CertificateHash) parmi les options.</translation>
    </message>
    <message>
        <source>The call chooses no address: this server takes connections at %1 alone.</source>
        <translation>L’appel ne choisit pas d’adresse&#xa0;: ce serveur n’accepte de connexions que sur %1.</translation>
    </message>
    <message>
        <source>The name of a certificate store, “%1”, was not used: Sealport looks in its own store.</source>
        <translation>Le nom du magasin de certificats, «&#xa0;%1&#xa0;», n’a pas été utilisé&#xa0;: Sealport cherche dans son propre magasin.</translation>
    </message>
    <message>
        <source>The comments above the call also set: %1.</source>
        <translation>Les commentaires au-dessus de l’appel règlent aussi&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The comments above the call hold settings that cannot be used: %1.</source>
        <translation>Les commentaires au-dessus de l’appel contiennent des réglages inutilisables&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” is not known here; only SocketAdresseUnique (SocketUniqueAddress) is.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas connu ici&#xa0;; seul SocketAdresseUnique (SocketUniqueAddress) l’est.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Warning</name>
    <message>
        <source>Security level lowered to %1 for this server: TLS 1.0 and TLS 1.1 do not work above it.</source>
        <translation>Niveau de sécurité abaissé à %1 pour ce serveur&#xa0;: TLS&#xa0;1.0 et TLS&#xa0;1.1 ne fonctionnent pas au-dessus.</translation>
    </message>
    <message>
        <source>Outdated: %1. Clients of today do without.</source>
        <translation>Obsolète&#xa0;: %1. Les clients actuels s’en passent.</translation>
    </message>
    <message>
        <source>The certificate expired on %1: most clients will refuse it.</source>
        <translation>Le certificat a expiré le %1&#xa0;: la plupart des clients le refuseront.</translation>
    </message>
    <message>
        <source>The certificate becomes valid on %1: until then most clients will refuse it.</source>
        <translation>Le certificat ne sera valide que le %1&#xa0;: d’ici là, la plupart des clients le refuseront.</translation>
    </message>
    <message>
        <source>The certificate expires today.</source>
        <translation>Le certificat expire aujourd’hui.</translation>
    </message>
    <message>
        <source>The certificate expires tomorrow.</source>
        <translation>Le certificat expire demain.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate expires in %n days.</source>
        <translation>
            <numerusform>Le certificat expire dans %n&#xa0;jour.</numerusform>
            <numerusform>Le certificat expire dans %n&#xa0;jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Listens on all addresses: every computer that reaches this one can connect.</source>
        <translation>Écoute sur toutes les adresses&#xa0;: tout ordinateur qui atteint celui-ci peut se connecter.</translation>
    </message>
    <message>
        <source>Other computers can connect to %1.</source>
        <translation>D’autres ordinateurs peuvent se connecter à %1.</translation>
    </message>
    <message>
        <source>The host name has several addresses: %1 is used, not %2.</source>
        <translation>Le nom d’hôte a plusieurs adresses&#xa0;: %1 est utilisée, pas %2.</translation>
    </message>
    <message>
        <source>The certificate&apos;s key (%1) does not work with %2: clients cannot connect with it.</source>
        <translation>La clé du certificat (%1) ne fonctionne pas avec %2&#xa0;: les clients ne peuvent pas se connecter ainsi.</translation>
    </message>
    <message>
        <source>The certificate does not allow its key to sign (its key usage lacks digitalSignature): many clients will refuse it.</source>
        <translation>Le certificat ne permet pas à sa clé de signer (digitalSignature manque à son usage de clé)&#xa0;: bien des clients le refuseront.</translation>
    </message>
    <message>
        <source>The certificate does not allow its key to sign (its key usage lacks digitalSignature): clients cannot connect with %1.</source>
        <translation>Le certificat ne permet pas à sa clé de signer (digitalSignature manque à son usage de clé)&#xa0;: les clients ne peuvent pas se connecter avec %1.</translation>
    </message>
    <message>
        <source>The certificate is not made for servers (its extended key usage lacks serverAuth): most clients will refuse it.</source>
        <translation>Le certificat n’est pas destiné aux serveurs (serverAuth manque à son usage de clé étendu)&#xa0;: la plupart des clients le refuseront.</translation>
    </message>
    <message>
        <source>The certificate&apos;s key (%1, %2 bits) is too short: most clients will refuse it.</source>
        <translation>La clé du certificat (%1, %2 bits) est trop courte&#xa0;: la plupart des clients la refuseront.</translation>
    </message>
    <message>
        <source>What decrypts the connections is written into %1: whoever can read that file can read them.</source>
        <translation>De quoi déchiffrer les connexions est écrit dans %1&#xa0;: quiconque peut lire ce fichier peut lire les connexions.</translation>
    </message>
    <message>
        <source>Shared port: %1 listens on %2 as well, and each gets a part of the connections.</source>
        <translation>Port partagé&#xa0;: %1 écoute aussi sur %2, et chacun reçoit une partie des connexions.</translation>
    </message>
    <message>
        <source>Shared port: %1 listens on %2 as well; connections to %3 come to this server, all others go there.</source>
        <translation>Port partagé&#xa0;: %1 écoute aussi sur %2&#xa0;; les connexions vers %3 arrivent à ce serveur, toutes les autres vont là-bas.</translation>
    </message>
    <message>
        <source>Shared port: %1 listens on %2 as well, and connections to that address go there.</source>
        <translation>Port partagé&#xa0;: %1 écoute aussi sur %2, et les connexions vers cette adresse vont là-bas.</translation>
    </message>
    <message>
        <source>Without TLS everybody on the way can read and change what is said.</source>
        <translation>Sans TLS, n’importe qui sur le trajet peut lire et modifier ce qui est échangé.</translation>
    </message>
    <message>
        <source>The certificate names no host: clients that connect to %1 will refuse it.</source>
        <translation>Le certificat ne nomme aucun hôte&#xa0;: les clients qui se connectent à %1 le refuseront.</translation>
    </message>
    <message>
        <source>The certificate is for %2, not for %1: clients that connect to %1 by that address will refuse it.</source>
        <translation>Le certificat est pour %2, pas pour %1&#xa0;: les clients qui se connectent à %1 par cette adresse le refuseront.</translation>
    </message>
    <message>
        <source>Everything that passes is written into %1, up to %2: whoever can read that file sees what is not encrypted.</source>
        <translation>Tout ce qui passe est écrit dans %1, jusqu’à %2&#xa0;: quiconque peut lire ce fichier voit ce qui n’est pas chiffré.</translation>
    </message>
    <message>
        <source>Everything that passes is written into %1, up to %2, with what decrypts it: whoever can read that file can read the connections.</source>
        <translation>Tout ce qui passe est écrit dans %1, jusqu’à %2, avec de quoi le déchiffrer&#xa0;: quiconque peut lire ce fichier peut lire les connexions.</translation>
    </message>
    <message>
        <source>The capture in %1 ends before its connections do: it has reached its limit of %2.</source>
        <translation>La capture dans %1 s’arrête avant ses connexions&#xa0;: elle a atteint sa limite de %2.</translation>
    </message>
    <message>
        <source>The capture in %1 has gaps: the disk was too slow for all of it.</source>
        <translation>La capture dans %1 a des trous&#xa0;: le disque était trop lent pour tout écrire.</translation>
    </message>
    <message>
        <source>The chain of “%1” ends too early: its issuer “%2” is neither sent nor a root that is known here. Clients that lack it will refuse the certificate.</source>
        <translation>La chaîne de «&#xa0;%1&#xa0;» s’arrête trop tôt&#xa0;: son émetteur «&#xa0;%2&#xa0;» n’est ni envoyé ni une racine connue ici. Les clients qui ne l’ont pas refuseront le certificat.</translation>
    </message>
    <message>
        <source>The chain of “%1” is out of order: “%2” is sent after “%3”, which it has not issued. Some clients will refuse it.</source>
        <translation>La chaîne de «&#xa0;%1&#xa0;» est dans le désordre&#xa0;: «&#xa0;%2&#xa0;» est envoyé après «&#xa0;%3&#xa0;», qu’il n’a pas émis. Certains clients la refuseront.</translation>
    </message>
    <message>
        <source>No authority is trusted: every certificate of a client will be reported as untrusted.</source>
        <translation>Aucune autorité n’est de confiance&#xa0;: tout certificat de client sera signalé comme non fiable.</translation>
    </message>
    <message>
        <source>Early data has no effect: only TLS 1.3 knows it, and this server does not offer that.</source>
        <translation>Les données anticipées sont sans effet&#xa0;: seul TLS 1.3 les connaît, et ce serveur ne le propose pas.</translation>
    </message>
    <message>
        <source>Early data has no effect: clients come back with a ticket to send it, and this server gives none.</source>
        <translation>Les données anticipées sont sans effet&#xa0;: pour les envoyer, les clients reviennent avec un ticket, et ce serveur n’en donne aucun.</translation>
    </message>
    <message>
        <source>The list of TLS 1.3 cipher suites has no effect: this server does not offer TLS 1.3.</source>
        <translation>La liste des suites de chiffrement de TLS 1.3 est sans effet&#xa0;: ce serveur ne propose pas TLS 1.3.</translation>
    </message>
    <message>
        <source>The list of cipher suites has no effect: it is for TLS 1.2 and older, and this server offers TLS 1.3 alone, which has a list of its own.</source>
        <translation>La liste des suites de chiffrement est sans effet&#xa0;: elle vaut pour TLS 1.2 et les versions antérieures, et ce serveur ne propose que TLS 1.3, qui a sa propre liste.</translation>
    </message>
    <message>
        <source>The setting for Diffie-Hellman parameters has no effect: it is for TLS 1.2 and older, and this server offers TLS 1.3 alone.</source>
        <translation>Le réglage des paramètres Diffie-Hellman est sans effet&#xa0;: il vaut pour TLS 1.2 et les versions antérieures, et ce serveur ne propose que TLS 1.3.</translation>
    </message>
    <message>
        <source>Allowing renegotiation has no effect: TLS 1.3 does not know it, and this server offers nothing else.</source>
        <translation>Permettre la renégociation est sans effet&#xa0;: TLS 1.3 ne la connaît pas, et ce serveur ne propose rien d’autre.</translation>
    </message>
    <message>
        <source>Insisting on an application protocol (ALPN) has no effect: this server names none. Name those that it speaks.</source>
        <translation>Exiger un protocole applicatif (ALPN) est sans effet&#xa0;: ce serveur n’en nomme aucun. Nommez ceux qu’il parle.</translation>
    </message>
    <message>
        <source>The file of authorities for clients has no effect: clients are not asked for a certificate. Ask them, or leave the file out.</source>
        <translation>Le fichier des autorités pour les clients est sans effet&#xa0;: aucun certificat n’est demandé aux clients. Demandez-leur-en un, ou laissez ce fichier de côté.</translation>
    </message>
    <message>
        <source>The setting “%1” has no effect without “%2”.</source>
        <translation>Le réglage «&#xa0;%1&#xa0;» est sans effet sans «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The capture in %1 ends before its connections do: it could not be written any more (%2). Make room or name another file, then restart the server.</source>
        <translation>La capture dans %1 s’arrête avant ses connexions&#xa0;: elle n’a plus pu être écrite (%2). Libérez de la place ou indiquez un autre fichier, puis redémarrez le serveur.</translation>
    </message>
    <message>
        <source>The key log in %1 lacks lines: it could not be written (%2). Connections without them cannot be decrypted. Make room or name another file.</source>
        <translation>Il manque des lignes au journal des clés dans %1&#xa0;: il n’a pas pu être écrit (%2). Les connexions correspondantes ne peuvent pas être déchiffrées. Libérez de la place ou indiquez un autre fichier.</translation>
    </message>
    <message>
        <source>At OpenSSL&apos;s security level %1 nobody can sign in %2, so clients cannot connect that way. Lower the level to 0, or untick these protocols.</source>
        <translation>Au niveau de sécurité %1 d’OpenSSL, personne ne peut signer en %2&#xa0;; les clients ne peuvent pas se connecter ainsi. Abaissez le niveau à 0, ou décochez ces protocoles.</translation>
    </message>
    <message>
        <source>Less early data is taken than is allowed: it is held back until the handshake is done, and the limit for what is held back for one client is lower. Raise that limit, or allow less early data.</source>
        <translation>Moins de données anticipées sont acceptées que ce qui est autorisé&#xa0;: elles sont retenues jusqu’à la fin de la poignée de main, et la limite de ce qui est retenu pour un client est plus basse. Augmentez cette limite, ou autorisez moins de données anticipées.</translation>
    </message>
</context>
<context>
    <name>sealport::AddressBox</name>
    <message>
        <source>%1 – loopback (%2), this machine only</source>
        <translation>%1 – boucle locale (%2), cette machine seulement</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>address, network interface</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 – %2, public</source>
        <translation>%1 – %2, publique</translation>
    </message>
    <message>
        <source>%1 – %2, link-local</source>
        <translation>%1 – %2, lien local</translation>
    </message>
    <message>
        <source>%1 – all IPv4 addresses</source>
        <translation>%1 – toutes les adresses IPv4</translation>
    </message>
    <message>
        <source>%1 – all addresses (IPv4 and IPv6)</source>
        <translation>%1 – toutes les adresses (IPv4 et IPv6)</translation>
    </message>
    <message>
        <source>%1 – host name</source>
        <translation>%1 – nom d’hôte</translation>
    </message>
</context>
<context>
    <name>sealport::AdmissionBar</name>
    <message>
        <source>Let in</source>
        <translation>Laisser entrer</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>A client waits</source>
        <translation>Un client attend</translation>
    </message>
    <message>
        <source>Begin with this client (SocketAccept)</source>
        <translation>Accepter ce client (SocketAccepte)</translation>
    </message>
    <message>
        <source>Turn this client away (SocketDeny)</source>
        <translation>Refuser ce client (SocketRefuse)</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait behind it.</source>
        <translation>
            <numerusform>%n autre attend derrière.</numerusform>
            <numerusform>%n autres attendent derrière.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody waits. %1 lets the first client in, %2 denies it.</source>
        <comment>keys</comment>
        <translation>Personne n’attend. %1 laisse entrer le premier client, %2 le refuse.</translation>
    </message>
    <message>
        <source>Port %1: %2 waits, %3 s left.</source>
        <comment>port, address, seconds</comment>
        <translation>Port %1&#xa0;: %2 attend, encore %3 s.</translation>
    </message>
    <message>
        <source>Port %1: %2 waits.</source>
        <comment>port, address</comment>
        <translation>Port %1&#xa0;: %2 attend.</translation>
    </message>
</context>
<context>
    <name>sealport::AlgorithmForm</name>
    <message>
        <source>Cipher strin&amp;g</source>
        <translation>Ch&amp;iffrements</translation>
    </message>
    <message>
        <source>Cipher string</source>
        <translation>Chiffrements</translation>
    </message>
    <message>
        <source>Cipher suites of TLS 1.2 and older, as OpenSSL writes them (ciphers(1)): ECDHE+AESGCM:!aNULL</source>
        <translation>Suites de chiffrement jusqu’à TLS 1.2, écrites comme OpenSSL les écrit (ciphers(1))&#xa0;: ECDHE+AESGCM:!aNULL</translation>
    </message>
    <message>
        <source>TLS 1.3 su&amp;ites</source>
        <translation>Suites T&amp;LS 1.3</translation>
    </message>
    <message>
        <source>TLS 1.3 suites</source>
        <translation>Suites TLS 1.3</translation>
    </message>
    <message>
        <source>Cipher suites of TLS 1.3, with colons between</source>
        <translation>Suites de chiffrement TLS 1.3, séparées par des deux-points</translation>
    </message>
    <message>
        <source>Key e&amp;xchange</source>
        <translation>Groupes (&amp;X25519…)</translation>
    </message>
    <message>
        <source>Key exchange groups</source>
        <translation>Groupes d’échange de clés</translation>
    </message>
    <message>
        <source>Groups for the key exchange, with colons between: X25519:P-256</source>
        <translation>Groupes pour l’échange de clés, séparés par des deux-points&#xa0;: X25519:P-256</translation>
    </message>
    <message>
        <source>Signature algorith&amp;ms</source>
        <translation>Signatures accepta&amp;bles</translation>
    </message>
    <message>
        <source>Signature algorithms</source>
        <translation>Algorithmes de signature</translation>
    </message>
    <message>
        <source>Signature algorithms of the handshake, with colons between: rsa_pss_rsae_sha256:ed25519</source>
        <translation>Algorithmes de signature de la négociation, séparés par des deux-points&#xa0;: rsa_pss_rsae_sha256:ed25519</translation>
    </message>
    <message>
        <source>0: everything</source>
        <translation>0&#xa0;: tout</translation>
    </message>
    <message>
        <source>1: 80 bits and more</source>
        <translation>1&#xa0;: 80 bits et plus</translation>
    </message>
    <message>
        <source>2: 112 bits and more</source>
        <translation>2&#xa0;: 112 bits et plus</translation>
    </message>
    <message>
        <source>3: 128 bits, forward secret</source>
        <translation>3&#xa0;: 128 bits, confidentialité persistante</translation>
    </message>
    <message>
        <source>4: 192 bits</source>
        <translation>4&#xa0;: 192 bits</translation>
    </message>
    <message>
        <source>5: 256 bits</source>
        <translation>5&#xa0;: 256 bits</translation>
    </message>
    <message>
        <source>ta&amp;ke suites in the server&apos;s order</source>
        <translation>essa&amp;yer les suites dans l’ordre du serveur</translation>
    </message>
    <message>
        <source>DHE parameters</source>
        <translation>Paramètres DHE</translation>
    </message>
    <message>
        <source>as the certificate&apos;s key</source>
        <translation>selon la clé du certificat</translation>
    </message>
    <message>
        <source>no DHE</source>
        <translation>pas de DHE</translation>
    </message>
    <message>
        <source>Finite field Diffie-Hellman of TLS 1.2 and older; a file is one that openssl dhparam made</source>
        <translation>Diffie-Hellman sur corps fini, jusqu’à TLS 1.2&#xa0;; un fichier fait par openssl dhparam</translation>
    </message>
    <message>
        <source>Security level</source>
        <translation>Niveau de sécurité</translation>
    </message>
    <message>
        <source>What OpenSSL allows at all (SSL_CTX_set_security_level): by itself 0 where TLS 1.1 or older is ticked, which do not work above it, else 2</source>
        <translation>Ce qu’OpenSSL admet (SSL_CTX_set_security_level)&#xa0;: de lui-même 0 si TLS 1.1 ou plus ancien est coché, qui ne fonctionne pas au-dessus, sinon 2</translation>
    </message>
    <message>
        <source>as the protocols need it</source>
        <translation>selon les protocoles</translation>
    </message>
    <message>
        <source>Take suites in the server&apos;s order</source>
        <translation>Essayer les suites dans l’ordre du serveur</translation>
    </message>
    <message>
        <source>Of the suites that both sides have: the server&apos;s first one; else the client&apos;s</source>
        <translation>Parmi les suites que les deux côtés ont&#xa0;: la première du serveur&#xa0;; sinon celle du client</translation>
    </message>
    <message>
        <source>Security level (0–&amp;5)</source>
        <translation>Niveau de sécurité (0–&amp;5)</translation>
    </message>
    <message>
        <source>DHE si&amp;ze</source>
        <translation>Taille de cl&amp;é DHE</translation>
    </message>
    <message>
        <source>as the protocols need it: %1</source>
        <translation>selon les protocoles&#xa0;: %1</translation>
    </message>
    <message>
        <source>The list of ciphers sets level %1.</source>
        <translation>La liste des chiffrements fixe le niveau %1.</translation>
    </message>
</context>
<context>
    <name>sealport::AlgorithmListField</name>
    <message>
        <source>And %1 more.</source>
        <translation>Et %1 de plus.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Sealport&apos;s own</source>
        <translation>la liste de Sealport</translation>
    </message>
    <message>
        <source>Correct: %1</source>
        <translation>Corriger&#xa0;: %1</translation>
    </message>
    <message>
        <source>Pick: %1</source>
        <translation>Choisir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Pick from what the OpenSSL of this machine has (Alt+Down)</source>
        <translation>Choisir parmi ce que l’OpenSSL de cette machine possède (Alt+Bas)</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Écrire %1</translation>
    </message>
</context>
<context>
    <name>sealport::AlgorithmPicker</name>
    <message>
        <source>What is ticked is written into the field from top to bottom. Drag a row to its place, or move it with Ctrl+Up and Ctrl+Down.</source>
        <translation>Ce qui est coché est écrit dans le champ de haut en bas. Faites glisser une ligne à sa place, ou déplacez-la avec Ctrl+Haut et Ctrl+Bas.</translation>
    </message>
    <message>
        <source>parts of a name, TLS 1.2, forward secret, weak …</source>
        <translation>parties d’un nom, TLS 1.2, persistante, faible…</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Chercher</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Autres noms</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protocoles</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Propriétés</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Mon&amp;ter</translation>
    </message>
    <message>
        <source>Before the one that is ticked above it (Ctrl+Up)</source>
        <translation>Avant celui qui est coché au-dessus (Ctrl+Haut)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Behind the one that is ticked below it (Ctrl+Down)</source>
        <translation>Après celui qui est coché au-dessous (Ctrl+Bas)</translation>
    </message>
    <message>
        <source>Sealport&apos;s &amp;own</source>
        <translation>&amp;Liste de Sealport</translation>
    </message>
    <message>
        <source>Empties the field: the list that Sealport uses by itself</source>
        <translation>Vide le champ&#xa0;: la liste que Sealport utilise de lui-même</translation>
    </message>
    <message>
        <source>U&amp;se this list</source>
        <translation>&amp;Utiliser cette liste</translation>
    </message>
    <message>
        <source>Weak. %1</source>
        <translation>Faible. %1</translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation>%1 cochés sur %2</translation>
    </message>
</context>
<context>
    <name>sealport::AlternativeNamesField</name>
    <message>
        <source>Alternative names</source>
        <translation>Noms alternatifs</translation>
    </message>
    <message>
        <source>host names, IP addresses, e-mail addresses and URIs; commas or new lines between</source>
        <translation>noms d’hôte, adresses IP, adresses électroniques et URI&#xa0;; séparés par des virgules ou des sauts de ligne</translation>
    </message>
    <message>
        <source>The names and addresses by which clients reach the server, for example localhost, *.example.org, 127.0.0.1, me@example.org or https://example.org/</source>
        <translation>Les noms et adresses par lesquels les clients joignent le serveur, par exemple localhost, *.example.org, 127.0.0.1, moi@example.org ou https://example.org/</translation>
    </message>
    <message>
        <source>No host name, IP address, e-mail address or URI: %1.</source>
        <translation>Ni nom d’hôte, ni adresse IP, ni adresse électronique, ni URI&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Written in the certificate as: %1.</source>
        <translation>Écrit dans le certificat&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>sealport::ApplicationForm</name>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>De&amp;scription</translation>
    </message>
    <message>
        <source>Assigned certificates</source>
        <translation>Certificats attribués</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>One to four. Of several with a key of the same kind the first one is presented; clients are given the one whose kind of key they can use.</source>
        <translation>Un à quatre. De plusieurs dont la clé est de même nature, le premier est présenté&#xa0;; chaque client reçoit celui dont il sait employer la clé.</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Attribuer</translation>
    </message>
    <message>
        <source>&amp;Unassign</source>
        <translation>Re&amp;prendre</translation>
    </message>
    <message>
        <source>C&amp;ertificates</source>
        <translation>C&amp;ertificats</translation>
    </message>
    <message>
        <source>the authorities of the system</source>
        <translation>les autorités du système</translation>
    </message>
    <message>
        <source>these alone</source>
        <translation>celles-ci seulement</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Autorités de confiance</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autorité</translation>
    </message>
    <message>
        <source>SHA-1</source>
        <translation>SHA-1</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>Take a&amp;way</source>
        <translation>Ô&amp;ter</translation>
    </message>
    <message>
        <source>Clients are vouched for &amp;by</source>
        <translation>Les clients ont pour &amp;garants</translation>
    </message>
    <message>
        <source>not in your store</source>
        <translation>pas dans votre magasin</translation>
    </message>
    <message>
        <source>no private key</source>
        <translation>sans clé privée</translation>
    </message>
    <message>
        <source>not presented</source>
        <translation>pas présenté</translation>
    </message>
    <message>
        <source>Nobody: no certificate of a client is good.</source>
        <translation>Personne&#xa0;: aucun certificat de client ne vaut.</translation>
    </message>
    <message>
        <source>%1 does not have %2 any more.</source>
        <translation>%1 n’a plus %2.</translation>
    </message>
    <message>
        <source>%1 trusts nobody until you add authorities.</source>
        <translation>%1 ne fait confiance à personne tant que vous n’ajoutez pas d’autorités.</translation>
    </message>
    <message>
        <source>%1 trusts the authorities of the system.</source>
        <translation>%1 fait confiance aux autorités du système.</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>D’un fichier…</translation>
    </message>
    <message>
        <source>%1 trusts %2.</source>
        <translation>%1 fait confiance à %2.</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Autorités</translation>
    </message>
    <message>
        <source>%1 does not trust %2 any more.</source>
        <translation>%1 ne fait plus confiance à %2.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Nobody: no certificate of a server is good.</source>
        <translation>Personne&#xa0;: aucun certificat de serveur ne vaut.</translation>
    </message>
    <message>
        <source>The description of %1 has changed.</source>
        <translation>La description de %1 a changé.</translation>
    </message>
    <message>
        <source>All of yours with a private key are assigned already</source>
        <translation>Tous les vôtres qui ont une clé privée sont déjà attribués</translation>
    </message>
    <message>
        <source>Servers are vouched for by</source>
        <translation>Les serveurs ont pour garants</translation>
    </message>
</context>
<context>
    <name>sealport::ApplicationsWindow</name>
    <message>
        <source>Applications</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>A server that names an application presents the certificates that are assigned to it: a renewed certificate is assigned once, and every such server follows (IBM i: Digital Certificate Manager).</source>
        <translation>Un serveur qui nomme une application présente les certificats qui lui sont attribués&#xa0;: un certificat renouvelé est attribué une seule fois, et tous ces serveurs suivent (IBM i&#xa0;: Digital Certificate Manager).</translation>
    </message>
    <message>
        <source>&amp;Remove application</source>
        <translation>&amp;Retirer l’application</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>It is fixed once the application is defined. Servers use those of type server.</source>
        <translation>Il est fixé dès que l’application est définie. Les serveurs emploient celles de type serveur.</translation>
    </message>
    <message>
        <source>De&amp;fine</source>
        <translation>Dé&amp;finir</translation>
    </message>
    <message>
        <source>&amp;New application</source>
        <translation>&amp;Nouvelle application</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>There is one already: it is in the list.</source>
        <translation>Elle existe déjà&#xa0;: elle est dans la liste.</translation>
    </message>
    <message>
        <source>%1 is defined. Assign a certificate to it.</source>
        <translation>%1 est définie. Attribuez-lui un certificat.</translation>
    </message>
    <message>
        <source>%1 was removed. Servers that name it cannot start any more.</source>
        <translation>%1 a été retirée. Les serveurs qui la nomment ne peuvent plus démarrer.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>T&amp;ype</translation>
    </message>
</context>
<context>
    <name>sealport::AuthorityChoice</name>
    <message>
        <source>%1 (until %2)</source>
        <translation>%1 (jusqu’au %2)</translation>
    </message>
    <message>
        <source>itself (self-signed)</source>
        <translation>lui-même (autosigné)</translation>
    </message>
    <message>
        <source>%1 is gone: choose another</source>
        <translation>%1 n’est plus là&#xa0;: choisissez-en une autre</translation>
    </message>
</context>
<context>
    <name>sealport::CertificateActions</name>
    <message>
        <source>It is among your certificates already.</source>
        <translation>Il est déjà parmi vos certificats.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) copied into your certificates.</source>
        <translation>
            <numerusform>%n certificat copié dans vos certificats.</numerusform>
            <numerusform>%n certificats copiés dans vos certificats.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1, read back and compared.</source>
        <translation>Écrit dans %1, relu et comparé.</translation>
    </message>
    <message>
        <source>What was there before is in the trash.</source>
        <translation>Ce qui s’y trouvait est dans la corbeille.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Only your own certificates can be deleted here; files are yours to delete.</source>
        <translation>Seuls vos propres certificats peuvent être supprimés ici&#xa0;; les fichiers, c’est à vous de les supprimer.</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Copy thumbprint (SHA-1)</source>
        <translation>Copier l’empreinte numérique (SHA-1)</translation>
    </message>
    <message>
        <source>Copy to my certificates</source>
        <translation>Copier dans mes certificats</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>The server %1 uses it.</source>
        <translation>Le serveur %1 l’utilise.</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Renouveler…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Révoquer…</translation>
    </message>
    <message>
        <source>Sign request…</source>
        <translation>Signer la demande…</translation>
    </message>
    <message>
        <source>Sign a request from a file…</source>
        <translation>Signer une demande d’un fichier…</translation>
    </message>
    <message>
        <source>Trust on this computer…</source>
        <translation>Confiance sur cet ordinateur…</translation>
    </message>
    <message>
        <source>Pass phrase of the key…</source>
        <translation>Phrase secrète de la clé…</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Annulé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The revocation was undone: %1 is as it was before.</source>
        <translation>La révocation est annulée&#xa0;: %1 est comme avant.</translation>
    </message>
    <message numerus="yes">
        <source>%n private key(s) came along, without a pass phrase.</source>
        <translation>
            <numerusform>%n clé privée est venue avec, sans phrase secrète.</numerusform>
            <numerusform>%n clés privées sont venues avec, sans phrase secrète.</numerusform>
        </translation>
    </message>
    <message>
        <source>Protect it…</source>
        <translation>La protéger…</translation>
    </message>
    <message>
        <source>Show it…</source>
        <translation>Afficher…</translation>
    </message>
    <message>
        <source>The revocation list of %1 was deleted.</source>
        <translation>La liste de révocation de %1 a été supprimée.</translation>
    </message>
    <message>
        <source>The request of %1 was deleted with its private key.</source>
        <translation>La demande de %1 a été supprimée avec sa clé privée.</translation>
    </message>
    <message>
        <source>The request of %1 was deleted.</source>
        <translation>La demande de %1 a été supprimée.</translation>
    </message>
    <message>
        <source>The certificate %1 was deleted with its private key.</source>
        <translation>Le certificat %1 a été supprimé avec sa clé privée.</translation>
    </message>
    <message>
        <source>The certificate %1 was deleted.</source>
        <translation>Le certificat %1 a été supprimé.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) were deleted, private keys included.</source>
        <translation>
            <numerusform>%n objet a été supprimé, clé privée comprise.</numerusform>
            <numerusform>%n objets ont été supprimés, clés privées comprises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) were deleted.</source>
        <translation>
            <numerusform>%n objet a été supprimé.</numerusform>
            <numerusform>%n objets ont été supprimés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server %1 uses a certificate among them.</source>
        <translation>Le serveur %1 utilise un certificat parmi eux.</translation>
    </message>
    <message>
        <source>What was deleted stays in the trash for %1 days.</source>
        <translation>Ce qui a été supprimé reste %1 jours dans la corbeille.</translation>
    </message>
    <message>
        <source>There is nothing left to undo. What was deleted or overwritten earlier lies in %2 for %1 days.</source>
        <translation>Il n’y a plus rien à annuler. Ce qui a été supprimé ou remplacé auparavant reste %1 jours dans %2.</translation>
    </message>
    <message>
        <source>It is assigned to the application %1.</source>
        <translation>Il est attribué à l’application %1.</translation>
    </message>
    <message>
        <source>A certificate among them is assigned to the application %1.</source>
        <translation>L’un de ces certificats est attribué à l’application %1.</translation>
    </message>
    <message>
        <source>Assign to application</source>
        <translation>Attribuer à l’application</translation>
    </message>
</context>
<context>
    <name>sealport::CertificateChoice</name>
    <message>
        <source>by t&amp;humbprint</source>
        <translation>par e&amp;mpreinte</translation>
    </message>
    <message>
        <source>&amp;by name</source>
        <translation>&amp;par nom</translation>
    </message>
    <message>
        <source>by application</source>
        <translation>par application</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Choisir…</translation>
    </message>
    <message>
        <source>SHA-1 as Windows shows it, or SHA-256; spaces and colons do not matter (HashCertificat)</source>
        <translation>SHA-1 comme l’affiche Windows, ou SHA-256&#xa0;; espaces et deux-points sont sans importance (HashCertificat)</translation>
    </message>
    <message>
        <source>The common name or an alternative name (NomCertificat)</source>
        <translation>Le nom commun ou un nom alternatif (NomCertificat)</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Choose certificate</source>
        <translation>Choisir un certificat</translation>
    </message>
    <message>
        <source>%1 (%2 …, until %3)</source>
        <comment>certificate name (thumbprint, date)</comment>
        <translation>%1 (%2 …, jusqu’au %3)</translation>
    </message>
    <message>
        <source>No certificate with a private key. Make one with New certificate.</source>
        <translation>Aucun certificat avec clé privée. Créez-en un avec Nouveau certificat.</translation>
    </message>
    <message>
        <source>The ID of an application definition, as on IBM i: the server follows when other certificates are assigned to it</source>
        <translation>L’ID d’une définition d’application, comme sur IBM i&#xa0;: le serveur suit quand d’autres certificats lui sont attribués</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>application id – description</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>No application for servers is defined yet</source>
        <translation>Aucune application de type serveur n’est encore définie</translation>
    </message>
    <message>
        <source>Applications…</source>
        <translation>Applications…</translation>
    </message>
</context>
<context>
    <name>sealport::CertificateDetails</name>
    <message>
        <source>Certificate details</source>
        <translation>Détails du certificat</translation>
    </message>
    <message>
        <source>SHA-1</source>
        <translation>SHA-1</translation>
    </message>
    <message>
        <source>Copy SHA-1</source>
        <translation>Copier SHA-1</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>Copier SHA-256</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Validité</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy as Windows and WinDev write it; the arrow offers other forms</source>
        <translation>Copier comme l’écrivent Windows et WinDev&#xa0;; la flèche propose d’autres formes</translation>
    </message>
    <message>
        <source>Select a certificate to see its thumbprints.</source>
        <translation>Sélectionnez un certificat pour voir ses empreintes numériques.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>no alternative names</source>
        <translation>aucun nom alternatif</translation>
    </message>
    <message>
        <source>%1 (itself)</source>
        <translation>%1 (lui-même)</translation>
    </message>
    <message>
        <source>%1, %2 bits</source>
        <translation>%1, %2&#xa0;bits</translation>
    </message>
    <message>
        <source>%1; private key present</source>
        <translation>%1&#xa0;; clé privée présente</translation>
    </message>
    <message>
        <source>%1; no private key here</source>
        <translation>%1&#xa0;; pas de clé privée ici</translation>
    </message>
    <message>
        <source>%1, a certificate request</source>
        <translation>%1, une demande de certificat</translation>
    </message>
    <message>
        <source>%1; the request is signed with it</source>
        <translation>%1&#xa0;; la demande est signée avec elle</translation>
    </message>
    <message>
        <source>%1; the request is not signed with it: no authority will accept it</source>
        <translation>%1&#xa0;; la demande n’est pas signée avec elle&#xa0;: aucune autorité ne l’acceptera</translation>
    </message>
    <message numerus="yes">
        <source>Revocation list, %n certificate(s)</source>
        <translation>
            <numerusform>Liste de révocation, %n certificat</numerusform>
            <numerusform>Liste de révocation, %n certificats</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis le %1</translation>
    </message>
    <message>
        <source>Pass phrase of the file</source>
        <translation>Phrase secrète du fichier</translation>
    </message>
    <message>
        <source>Pass phrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Other thumbprints</source>
        <translation>Autres empreintes</translation>
    </message>
    <message>
        <source>%1; private key present, locked with a pass phrase</source>
        <translation>%1&#xa0;; clé privée présente, verrouillée par une phrase secrète</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>PIN of the token</source>
        <translation>Code PIN du jeton</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Every field, what is right and wrong with it, ASN.1 and PEM</source>
        <translation>Chaque champ, ce qui est juste ou non, ASN.1 et PEM</translation>
    </message>
    <message>
        <source>on hold by its issuer; %1</source>
        <comment>dates</comment>
        <translation>suspendu par son émetteur&#xa0;; %1</translation>
    </message>
    <message>
        <source>revoked by its issuer; %1</source>
        <comment>dates</comment>
        <translation>révoqué par son émetteur&#xa0;; %1</translation>
    </message>
    <message>
        <source>%1; a locked private key stands beside it</source>
        <translation>%1&#xa0;; une clé privée verrouillée se trouve à côté</translation>
    </message>
    <message>
        <source>%1; its private key is here</source>
        <translation>%1&#xa0;; sa clé privée est ici</translation>
    </message>
</context>
<context>
    <name>sealport::CertificateDialog</name>
    <message>
        <source>New certificate</source>
        <translation>Nouveau certificat</translation>
    </message>
    <message>
        <source>Making the key</source>
        <translation>Création de la clé</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Alternative names</source>
        <translation>Noms &amp;alternatifs</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Clé</translation>
    </message>
    <message>
        <source>&amp;Signed by</source>
        <translation>&amp;Signé par</translation>
    </message>
    <message>
        <source>C&amp;reate</source>
        <translation>C&amp;réer</translation>
    </message>
    <message>
        <source>Making the key…</source>
        <translation>Création de la clé…</translation>
    </message>
    <message>
        <source>Cert&amp;ificate</source>
        <translation>Cert&amp;ificat</translation>
    </message>
    <message>
        <source>Re&amp;quest for another authority (CSR)</source>
        <translation>&amp;Demande pour une autre autorité (CSR)</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Valid &amp;from</source>
        <translation>&amp;Valable à partir du</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Jusqu’au</translation>
    </message>
    <message>
        <source>Make a certificate</source>
        <translation>Créer un certificat</translation>
    </message>
    <message>
        <source>Make a request for another authority</source>
        <translation>Créer une demande pour une autre autorité</translation>
    </message>
    <message>
        <source>A key and a certificate signing request (PKCS #10), which an authority answers with the certificate</source>
        <translation>Une clé et une demande de signature de certificat (PKCS #10), à laquelle une autorité répond par le certificat</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Plus</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Autres champs</translation>
    </message>
    <message>
        <source>&amp;Organisation (O)</source>
        <translation>&amp;Organisation (O)</translation>
    </message>
    <message>
        <source>&amp;Department (OU)</source>
        <translation>&amp;Unité (OU)</translation>
    </message>
    <message>
        <source>&amp;Locality (L)</source>
        <translation>&amp;Localité (L)</translation>
    </message>
    <message>
        <source>State or re&amp;gion (ST)</source>
        <translation>Ré&amp;gion (ST)</translation>
    </message>
    <message>
        <source>Countr&amp;y (C)</source>
        <translation>Pa&amp;ys (C)</translation>
    </message>
    <message>
        <source>&amp;E-mail in the subject</source>
        <translation>Adr&amp;esse électronique du sujet</translation>
    </message>
    <message>
        <source>two letters</source>
        <translation>deux lettres</translation>
    </message>
    <message>
        <source>&amp;Purposes</source>
        <translation>Usages (E&amp;KU)</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>How many authorities may stand between this one and a server&apos;s certificate (path length); 0: it signs servers and clients only</source>
        <translation>Combien d’autorités peuvent se trouver entre celle-ci et le certificat d’un serveur (longueur du chemin)&#xa0;; 0&#xa0;: elle ne signe que des serveurs et des clients</translation>
    </message>
    <message>
        <source>Authorities &amp;below</source>
        <translation>Au&amp;torités au-dessous</translation>
    </message>
    <message>
        <source>its key is locked</source>
        <translation>sa clé est verrouillée</translation>
    </message>
    <message>
        <source>Its pass phrase</source>
        <translation>Sa phrase secrète</translation>
    </message>
    <message>
        <source>none: its file alone is protected</source>
        <translation>aucune&#xa0;: seul son fichier est protégé</translation>
    </message>
    <message>
        <source>Encrypts the new key. It is asked for where the key is used, and cannot be found again when it is lost.</source>
        <translation>Chiffre la nouvelle clé. Elle est demandée là où la clé sert, et ne se retrouve pas si elle est perdue.</translation>
    </message>
    <message>
        <source>the same again</source>
        <translation>la même, une seconde fois</translation>
    </message>
    <message>
        <source>Pass phrase of the new key, again</source>
        <translation>Phrase secrète de la nouvelle clé, une seconde fois</translation>
    </message>
    <message>
        <source>Pass phrase of the key</source>
        <translation>Phrase secrète de la clé</translation>
    </message>
    <message>
        <source>Pass phrase of the authority&apos;s key</source>
        <translation>Phrase secrète de la clé de l’autorité</translation>
    </message>
    <message>
        <source>Organisation, purposes, addresses for revocation, pass phrase of the key</source>
        <translation>Organisation, usages, adresses pour la révocation, phrase secrète de la clé</translation>
    </message>
</context>
<context>
    <name>sealport::CertificateLine</name>
    <message>
        <source>How the certificate is named</source>
        <translation>Façon de désigner le certificat</translation>
    </message>
    <message>
        <source>Further certificate</source>
        <translation>Certificat supplémentaire</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose further certificate</source>
        <translation>Choisir le certificat supplémentaire</translation>
    </message>
    <message>
        <source>Choose from your certificates (Alt+Down)</source>
        <translation>Choisir parmi vos certificats (Alt+Bas)</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>par nom</translation>
    </message>
    <message>
        <source>by thumbprint</source>
        <translation>par empreinte</translation>
    </message>
    <message>
        <source>by application</source>
        <translation>par application</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>d’un fichier</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>pas encore choisi</translation>
    </message>
</context>
<context>
    <name>sealport::CertificatePanel</name>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>No certificate contains this text. Esc shows all of them.</source>
        <translation>Aucun certificat ne contient ce texte. Échap les affiche tous.</translation>
    </message>
    <message>
        <source>Use for this server</source>
        <translation>Utiliser pour ce serveur</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Copier la ligne</translation>
    </message>
    <message>
        <source>New certificate</source>
        <translation>Nouveau certificat</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>It is in: %1.</source>
        <translation>Il se trouve dans&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>The pass phrase of your own keys is asked for where a server uses them.</source>
        <translation>La phrase secrète de vos propres clés est demandée là où un serveur les utilise.</translation>
    </message>
    <message>
        <source>A server uses your own certificates. Copy this one to them first.</source>
        <translation>Un serveur utilise vos propres certificats. Copiez-y d’abord celui-ci.</translation>
    </message>
    <message>
        <source>Copy it</source>
        <translation>Le copier</translation>
    </message>
    <message>
        <source>Some sources are still being read.</source>
        <translation>Des sources sont encore en cours de lecture.</translation>
    </message>
    <message>
        <source>Mark those that expire within</source>
        <translation>Signaler ceux qui expirent d’ici</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>That is too much text for certificates. Save it as a file and open that.</source>
        <translation>C’est trop de texte pour des certificats. Enregistrez-le dans un fichier et ouvrez celui-ci.</translation>
    </message>
    <message>
        <source>Copy thumbprint as</source>
        <translation>Copier l’empreinte comme</translation>
    </message>
    <message>
        <source>NSS databases and tokens are searched too once they have been chosen above.</source>
        <translation>Les bases NSS et les jetons sont cherchés aussi dès qu’ils ont été choisis ci-dessus.</translation>
    </message>
</context>
<context>
    <name>sealport::CertificateWindow</name>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Chaîne</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>%1 – certificate</source>
        <translation>%1 – certificat</translation>
    </message>
    <message>
        <source>Chec&amp;ks</source>
        <translation>C&amp;ontrôles</translation>
    </message>
    <message>
        <source>TLS server</source>
        <translation>serveur TLS</translation>
    </message>
    <message>
        <source>TLS client</source>
        <translation>client TLS</translation>
    </message>
    <message>
        <source>authority</source>
        <translation>autorité</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>At this time</source>
        <translation>À ce moment</translation>
    </message>
    <message>
        <source>any host</source>
        <translation>tout hôte</translation>
    </message>
    <message>
        <source>For this host name or address</source>
        <translation>Pour ce nom d’hôte ou cette adresse</translation>
    </message>
    <message>
        <source>&amp;Chain</source>
        <translation>C&amp;haîne</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>de confiance</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valable</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity: finding</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>What clients do</source>
        <translation>Ce que font les clients</translation>
    </message>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation>Il n’y a rien à lui reprocher.</translation>
    </message>
</context>
<context>
    <name>sealport::CheckListView</name>
    <message>
        <source>In order</source>
        <translation>En ordre</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Checks before start</source>
        <translation>Vérifications avant le démarrage</translation>
    </message>
    <message>
        <source>Show what is in order as well (Ctrl+Shift+K)</source>
        <translation>Afficher aussi ce qui est en ordre (Ctrl+Maj+K)</translation>
    </message>
    <message numerus="yes">
        <source>%n checks in order</source>
        <translation>
            <numerusform>%n vérification en ordre</numerusform>
            <numerusform>%n vérifications en ordre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealport::ChoiceOrFile</name>
    <message>
        <source>%1: file</source>
        <translation>%1&#xa0;: fichier</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>d’un fichier</translation>
    </message>
</context>
<context>
    <name>sealport::ClientCertificateForm</name>
    <message>
        <source>Authorities of the clients</source>
        <translation>Autorités des clients</translation>
    </message>
    <message>
        <source>Shared keys (PSK)</source>
        <translation>Clés partagées (PSK)</translation>
    </message>
    <message>
        <source>re&amp;quired</source>
        <translation>o&amp;bligatoire</translation>
    </message>
    <message>
        <source>Clients &amp;must show</source>
        <translation>Certificat e&amp;xigé</translation>
    </message>
    <message>
        <source>Si&amp;gned by (CA file)</source>
        <translation>Signé par (f&amp;ichier AC)</translation>
    </message>
    <message>
        <source>Shared &amp;keys (PSK)</source>
        <translation>Clés partagées (PS&amp;K)</translation>
    </message>
    <message>
        <source>Appl&amp;ication protocols</source>
        <translation>Protocoles app&amp;licatifs</translation>
    </message>
    <message>
        <source>Client certificates</source>
        <translation>Certificats des clients</translation>
    </message>
    <message>
        <source>nothing: they are not asked</source>
        <translation>aucun&#xa0;: rien n’est demandé</translation>
    </message>
    <message>
        <source>No certificate is asked for</source>
        <translation>Aucun certificat n’est demandé</translation>
    </message>
    <message>
        <source>a trusted certificate or none</source>
        <translation>un certificat de confiance, ou aucun</translation>
    </message>
    <message>
        <source>One that cannot be trusted is refused (GSKit: GSK_CLIENT_AUTH_FULL)</source>
        <translation>Celui qui n’est pas de confiance est refusé (GSKit&#xa0;: GSK_CLIENT_AUTH_FULL)</translation>
    </message>
    <message>
        <source>a trusted certificate</source>
        <translation>un certificat de confiance</translation>
    </message>
    <message>
        <source>Without one there is no connection</source>
        <translation>Sans lui, pas de connexion</translation>
    </message>
    <message>
        <source>any or none; what is wrong is reported</source>
        <translation>n’importe lequel&#xa0;; ses défauts sont signalés</translation>
    </message>
    <message>
        <source>Nobody is refused for it (GSKit: GSK_CLIENT_AUTH_PASSTHRU)</source>
        <translation>Personne n’est refusé pour cela (GSKit&#xa0;: GSK_CLIENT_AUTH_PASSTHRU)</translation>
    </message>
    <message>
        <source>Certificates of the authorities (CA) from which those of the clients must come: PEM, DER or PKCS #7</source>
        <translation>Certificats des autorités (AC) dont ceux des clients doivent provenir&#xa0;: PEM, DER ou PKCS #7</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>For clients that show a shared key (PSK) instead of looking at the certificate: lines of identity:key, the key in hexadecimal digits</source>
        <translation>Pour les clients qui présentent une clé partagée (PSK) au lieu de regarder le certificat&#xa0;: des lignes identité:clé, la clé en chiffres hexadécimaux</translation>
    </message>
    <message>
        <source>Application protocols</source>
        <translation>Protocoles applicatifs</translation>
    </message>
    <message>
        <source>none: not answered</source>
        <translation>aucun&#xa0;: sans réponse</translation>
    </message>
    <message>
        <source>ALPN, in order of preference, with commas between: h2, http/1.1</source>
        <translation>ALPN, par ordre de préférence, séparés par des virgules&#xa0;: h2, http/1.1</translation>
    </message>
    <message>
        <source>Application protocol required</source>
        <translation>Protocole applicatif obligatoire</translation>
    </message>
    <message>
        <source>Clients that offer other protocols alone are refused (no_application_protocol); else they are let in without one</source>
        <translation>Les clients qui n’en proposent que d’autres sont refusés (no_application_protocol)&#xa0;; sinon ils sont admis sans protocole</translation>
    </message>
    <message>
        <source>Nobody is trusted: every certificate of a client is reported as untrusted.</source>
        <translation>Il n’y a aucune autorité de confiance&#xa0;: tout certificat de client est signalé comme non fiable.</translation>
    </message>
    <message>
        <source>those that the application trusts</source>
        <translation>celles en qui l’application a confiance</translation>
    </message>
</context>
<context>
    <name>sealport::ComparisonWindow</name>
    <message>
        <source>%1 and %2</source>
        <comment>two certificates</comment>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>&amp;Differences alone</source>
        <translation>&amp;Différences seulement</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>%1 differs</source>
        <translation>%1 diffère</translation>
    </message>
    <message>
        <source>%1 (%2…)</source>
        <comment>certificate (thumbprint)</comment>
        <translation>%1 (%2…)</translation>
    </message>
</context>
<context>
    <name>sealport::ConnectionDetails</name>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
</context>
<context>
    <name>sealport::ConnectionMenu</name>
    <message>
        <source>&amp;Let in (SocketAccept)</source>
        <translation>&amp;Laisser entrer (SocketAccepte)</translation>
    </message>
    <message>
        <source>&amp;Deny (SocketDeny)</source>
        <translation>&amp;Refuser (SocketRefuse)</translation>
    </message>
    <message>
        <source>Begin &amp;TLS</source>
        <translation>Commencer &amp;TLS</translation>
    </message>
    <message>
        <source>Di&amp;sconnect</source>
        <translation>&amp;Déconnecter</translation>
    </message>
</context>
<context>
    <name>sealport::ConnectionModel</name>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>sealport::ConnectionPanel</name>
    <message>
        <source>Filter connections</source>
        <translation>Filtrer les connexions</translation>
    </message>
    <message>
        <source>Filter: address, name, protocol, verdict …</source>
        <translation>Filtrer&#xa0;: adresse, nom…</translation>
    </message>
    <message>
        <source>Keep new rows back while you read; none is lost (Ctrl+Shift+P)</source>
        <translation>Retient les nouvelles lignes pendant que vous lisez&#xa0;; aucune n’est perdue (Ctrl+Maj+P)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Remove the ended connections from the table (Ctrl+L)</source>
        <translation>Retire du tableau les connexions terminées (Ctrl+L)</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Toutes %1</translation>
    </message>
    <message>
        <source>Li&amp;ve %1</source>
        <translation>&amp;En cours %1</translation>
    </message>
    <message>
        <source>Faile&amp;d %1</source>
        <translation>Éc&amp;hecs %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Resume (%1 held back)</source>
        <translation>Reprendre (%1 retenues)</translation>
    </message>
    <message>
        <source>No connection fits the filter. Esc shows all of them.</source>
        <translation>Aucune connexion ne correspond au filtre. Échap les affiche toutes.</translation>
    </message>
    <message>
        <source>Waiting for clients. Each connection and each failure appears here.</source>
        <translation>En attente de clients. Chaque connexion et chaque échec apparaissent ici.</translation>
    </message>
    <message>
        <source>Start a server; each connection and each failure appears here.</source>
        <translation>Démarrez un serveur&#xa0;; chaque connexion et chaque échec apparaissent ici.</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Copier les lignes</translation>
    </message>
    <message>
        <source>Clear ended connections</source>
        <translation>Effacer les connexions terminées</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Ended connections removed from the table: %1.</source>
        <translation>Connexions terminées retirées du tableau&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Revenir en arrière</translation>
    </message>
</context>
<context>
    <name>sealport::ExportDialog</name>
    <message>
        <source>PEM: the certificate alone</source>
        <translation>PEM&#xa0;: le certificat seul</translation>
    </message>
    <message>
        <source>PEM: with its issuers</source>
        <translation>PEM&#xa0;: avec ses émetteurs</translation>
    </message>
    <message>
        <source>PEM: with its issuers and the private key</source>
        <translation>PEM&#xa0;: avec ses émetteurs et la clé privée</translation>
    </message>
    <message>
        <source>DER: the certificate alone, binary</source>
        <translation>DER&#xa0;: le certificat seul, binaire</translation>
    </message>
    <message>
        <source>PKCS #7: with its issuers</source>
        <translation>PKCS #7&#xa0;: avec ses émetteurs</translation>
    </message>
    <message>
        <source>PKCS #12: with its issuers and the private key</source>
        <translation>PKCS #12&#xa0;: avec ses émetteurs et la clé privée</translation>
    </message>
    <message>
        <source>PKCS #12 for old devices</source>
        <translation>PKCS #12 pour d’anciens appareils</translation>
    </message>
    <message>
        <source>public key, PEM</source>
        <translation>clé publique, PEM</translation>
    </message>
    <message>
        <source>public key, OpenSSH</source>
        <translation>clé publique, OpenSSH</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exporter %1</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Forme</translation>
    </message>
    <message>
        <source>&amp;Pass phrase</source>
        <translation>P&amp;hrase secrète</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>&amp;Encore</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>Fi&amp;chier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xporter</translation>
    </message>
    <message>
        <source>The private key is written without protection: whoever reads the file has it.</source>
        <translation>La clé privée est écrite sans protection&#xa0;: quiconque lit le fichier l’a.</translation>
    </message>
    <message>
        <source>Protected with %1.</source>
        <translation>Protégé par %1.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exporter vers</translation>
    </message>
    <message>
        <source>Pass phrase of the &amp;key</source>
        <translation>Phrase secrète de la c&amp;lé</translation>
    </message>
    <message>
        <source>This form needs a pass phrase.</source>
        <translation>Cette forme exige une phrase secrète.</translation>
    </message>
    <message>
        <source>This file exists already and will be replaced. The one before is kept in the trash; the message that follows offers Undo.</source>
        <translation>Ce fichier existe déjà et sera remplacé. L’ancien est gardé dans la corbeille&#xa0;; le message qui suit propose de le rétablir.</translation>
    </message>
</context>
<context>
    <name>sealport::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Choose the file (Alt+Down)</source>
        <translation>Choisir le fichier (Alt+Bas)</translation>
    </message>
</context>
<context>
    <name>sealport::FurtherCertificatesForm</name>
    <message>
        <source>As&amp;ked for as</source>
        <translation>Demand&amp;é sous le nom</translation>
    </message>
    <message>
        <source>Cert&amp;ificate</source>
        <translation>Cert&amp;ificat</translation>
    </message>
    <message>
        <source>refuse clients that ask for other na&amp;mes</source>
        <translation>&amp;bloquer les clients qui demandent d’autres noms</translation>
    </message>
    <message>
        <source>OCSP response</source>
        <translation>Réponse OCSP</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>pas envoyée</translation>
    </message>
    <message>
        <source>made by the issuer in the store</source>
        <translation>faite par l’émetteur du magasin</translation>
    </message>
    <message>
        <source>Chain (si&amp;gners)</source>
        <translation>Chaîne envo&amp;yée</translation>
    </message>
    <message>
        <source>OCSP, on re&amp;quest</source>
        <translation>OCSP anne&amp;xé</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Further certificates</source>
        <translation>Certificats supplémentaires</translation>
    </message>
    <message>
        <source>The certificate above is for all clients. Others can be added: with a key of another type, or for server names.</source>
        <translation>Le certificat ci-dessus est pour tous les clients. On peut en ajouter d’autres&#xa0;: avec une clé d’un autre type, ou pour des noms de serveur.</translation>
    </message>
    <message>
        <source>Add a further certificate</source>
        <translation>Ajouter un certificat supplémentaire</translation>
    </message>
    <message>
        <source>Add e&amp;xtra</source>
        <translation>Ajouter en p&amp;lus</translation>
    </message>
    <message>
        <source>With a key of another type</source>
        <translation>Avec une clé d’un autre type</translation>
    </message>
    <message>
        <source>For server names</source>
        <translation>Pour des noms de serveur</translation>
    </message>
    <message>
        <source>Remove this certificate (Del)</source>
        <translation>Enlever ce certificat (Suppr)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Enlever</translation>
    </message>
    <message>
        <source>Move up (Ctrl+Up)</source>
        <translation>Monter (Ctrl+Haut)</translation>
    </message>
    <message>
        <source>Move down (Ctrl+Down)</source>
        <translation>Descendre (Ctrl+Bas)</translation>
    </message>
    <message>
        <source>Server names</source>
        <translation>Noms de serveur</translation>
    </message>
    <message>
        <source>the names that the certificate holds</source>
        <translation>les noms que le certificat contient</translation>
    </message>
    <message>
        <source>Clients that ask for one of these names (SNI) are shown this certificate: www.example.org, *.example.org; commas between</source>
        <translation>Les clients qui demandent l’un de ces noms (SNI) reçoivent ce certificat&#xa0;: www.example.org, *.example.org&#xa0;; séparés par des virgules</translation>
    </message>
    <message>
        <source>Refuse clients that ask for other names</source>
        <translation>Bloquer les clients qui demandent d’autres noms</translation>
    </message>
    <message>
        <source>No certificate is for the name that the client asks for: unrecognized_name instead of the main certificate</source>
        <translation>Aucun certificat n’est pour le nom que le client demande&#xa0;: unrecognized_name au lieu du certificat principal</translation>
    </message>
    <message>
        <source>Chain that is sent</source>
        <translation>Chaîne envoyée</translation>
    </message>
    <message>
        <source>issuers up to the root, without it</source>
        <translation>émetteurs jusqu’à la racine, sans elle</translation>
    </message>
    <message>
        <source>exactly what the files hold</source>
        <translation>exactement ce que contiennent les fichiers</translation>
    </message>
    <message>
        <source>issuers and the root</source>
        <translation>émetteurs et racine</translation>
    </message>
    <message>
        <source>none: the certificate alone</source>
        <translation>aucune&#xa0;: le certificat seul</translation>
    </message>
    <message>
        <source>issuers and the root, in the wrong order</source>
        <translation>émetteurs et racine, dans le mauvais ordre</translation>
    </message>
    <message>
        <source>Whether a certificate is revoked, said by its issuer and sent along with it to clients that ask (stapling)</source>
        <translation>L’émetteur dit si un certificat est révoqué&#xa0;; la réponse est envoyée avec lui aux clients qui la demandent (stapling)</translation>
    </message>
    <message>
        <source>Which issuers follow each certificate of this server; the last three are what misconfigured servers do</source>
        <translation>Les émetteurs qui suivent chaque certificat de ce serveur&#xa0;; les trois derniers choix sont ce que font les serveurs mal configurés</translation>
    </message>
    <message>
        <source>Removed: %1.</source>
        <translation>Enlevé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>the names in it</source>
        <translation>les noms qu’il contient</translation>
    </message>
    <message>
        <source>another type of key</source>
        <translation>un autre type de clé</translation>
    </message>
    <message>
        <source>Choose the certificate, or remove the row.</source>
        <translation>Choisissez le certificat, ou enlevez la ligne.</translation>
    </message>
    <message>
        <source>No client asks for an IP address by name (RFC 6066): %1 has no effect.</source>
        <translation>Aucun client ne demande une adresse IP par son nom (RFC 6066)&#xa0;: %1 n’a aucun effet.</translation>
    </message>
    <message>
        <source>There can be three of them.</source>
        <translation>Il peut y en avoir trois.</translation>
    </message>
</context>
<context>
    <name>sealport::FurtherSettings</name>
    <message>
        <source>Further settings</source>
        <translation>Autres réglages</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>Algorithms</source>
        <translation>Algorithmes</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, modifié</translation>
    </message>
    <message>
        <source>Differs from what a new server has</source>
        <translation>Diffère de ce qu’un nouveau serveur possède</translation>
    </message>
</context>
<context>
    <name>sealport::HandPanel</name>
    <message>
        <source>Let in</source>
        <translation>Laisser entrer</translation>
    </message>
    <message>
        <source>Begin with this client (SocketAccept)</source>
        <translation>Accepter ce client (SocketAccepte)</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Turn this client away (SocketDeny)</source>
        <translation>Refuser ce client (SocketRefuse)</translation>
    </message>
    <message>
        <source>Show what was said as</source>
        <translation>Afficher les échanges en</translation>
    </message>
    <message>
        <source>What is written here</source>
        <translation>Ce qui est écrit ici</translation>
    </message>
    <message>
        <source>End of what is sent</source>
        <translation>Fin de ce qui est envoyé</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send what is written here (Enter)</source>
        <translation>Envoyer ce qui est écrit ici (Entrée)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Say goodbye (close_notify) and end it</source>
        <translation>Clore TLS proprement (close_notify) et terminer la connexion</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>hexadecimal</source>
        <translation>hexadécimal</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>then CR LF</source>
        <translation>puis CR LF</translation>
    </message>
    <message>
        <source>Ends lines in HTTP, SMTP and on Windows</source>
        <translation>Termine les lignes en HTTP, en SMTP et sous Windows</translation>
    </message>
    <message>
        <source>then LF</source>
        <translation>puis LF</translation>
    </message>
    <message>
        <source>Ends lines on Linux</source>
        <translation>Termine les lignes sous Linux</translation>
    </message>
    <message>
        <source>then CR</source>
        <translation>puis CR</translation>
    </message>
    <message>
        <source>Ends lines on some devices</source>
        <translation>Termine les lignes de certains appareils</translation>
    </message>
    <message>
        <source>then a zero byte</source>
        <translation>puis un octet nul</translation>
    </message>
    <message>
        <source>Ends strings in C</source>
        <translation>Termine les chaînes en C</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>tel quel</translation>
    </message>
    <message>
        <source>Nothing is added</source>
        <translation>Rien n’est ajouté</translation>
    </message>
    <message>
        <source>then WinDev&apos;s end tag</source>
        <translation>puis le marqueur de fin de WinDev</translation>
    </message>
    <message>
        <source>with WinDev&apos;s length in front</source>
        <translation>précédé de la longueur, comme WinDev</translation>
    </message>
    <message>
        <source>End tag in hexadecimal</source>
        <translation>Marqueur de fin en hexadécimal</translation>
    </message>
    <message>
        <source>%1 waits to be let in.</source>
        <translation>%1 attend de pouvoir entrer.</translation>
    </message>
    <message>
        <source>%1 is connected: read and write.</source>
        <translation>%1 est connecté&#xa0;: lisez et écrivez.</translation>
    </message>
    <message>
        <source>The connection of %1 is over.</source>
        <translation>La connexion de %1 est terminée.</translation>
    </message>
    <message>
        <source>%1 is connecting.</source>
        <translation>%1 se connecte.</translation>
    </message>
    <message>
        <source>bytes, as in 0d 0a; Enter sends them</source>
        <translation>des octets, comme 0d 0a&#xa0;; Entrée les envoie</translation>
    </message>
    <message>
        <source>a text; Enter sends it</source>
        <translation>un texte&#xa0;; Entrée l’envoie</translation>
    </message>
    <message>
        <source>Begin TLS</source>
        <translation>Commencer TLS</translation>
    </message>
    <message>
        <source>From here on this connection is encrypted: tell the client to begin its handshake (Ctrl+Shift+B)</source>
        <translation>À partir d’ici, cette connexion est chiffrée&#xa0;: demandez au client de commencer sa négociation (Ctrl+Maj+B)</translation>
    </message>
    <message>
        <source>As SocketWrite does it with an end tag: the bytes beside this field. What the client says is shown message by message</source>
        <translation>Comme SocketEcrit le fait avec un marqueur de fin&#xa0;: les octets à côté de ce champ. Ce que dit le client est affiché message par message</translation>
    </message>
    <message>
        <source>As SocketWrite does it by default: the length, CR LF, the message. What the client says is shown message by message</source>
        <translation>Comme SocketEcrit le fait par défaut&#xa0;: la longueur, CR LF, le message. Ce que dit le client est affiché message par message</translation>
    </message>
</context>
<context>
    <name>sealport::HandoverWindow</name>
    <message>
        <source>What it does &amp;otherwise, and what it needs</source>
        <translation>Ce que ce programme fait &amp;autrement, et ce qu’il lui faut</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Hand over %1</source>
        <translation>Transmettre %1</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programme</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <source>What it does otherwise, and what it needs</source>
        <translation>Ce que ce programme fait autrement, et ce qu’il lui faut</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>Enregistrer la configuration</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>The trash keeps what was there before.</source>
        <translation>La corbeille garde ce qui s’y trouvait.</translation>
    </message>
</context>
<context>
    <name>sealport::HintTable</name>
    <message>
        <source>Copy row</source>
        <translation>Copier la ligne</translation>
    </message>
</context>
<context>
    <name>sealport::InspectionWindow</name>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Fields and extensions</source>
        <translation>Champs et extensions</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Élément</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>ASN.1</source>
        <translation>ASN.1</translation>
    </message>
    <message>
        <source>PEM</source>
        <translation>PEM</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>Cop&amp;ier</translation>
    </message>
    <message>
        <source>&amp;Fields</source>
        <translation>&amp;Champs</translation>
    </message>
    <message>
        <source>&amp;ASN.1</source>
        <translation>&amp;ASN.1</translation>
    </message>
    <message>
        <source>&amp;PEM</source>
        <translation>&amp;PEM</translation>
    </message>
</context>
<context>
    <name>sealport::IssuingActions</name>
    <message>
        <source>%1 was made: %2.</source>
        <translation>%1 a été créé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The request for %1 was written to %2. Its key waits beside it for the certificate.</source>
        <translation>La demande pour %1 a été écrite dans %2. Sa clé attend le certificat à côté.</translation>
    </message>
    <message>
        <source>%1 was renewed: valid until %2.</source>
        <translation>%1 a été renouvelé&#xa0;: valable jusqu’au %2.</translation>
    </message>
    <message>
        <source>%1 is revoked. The list was written to %2.</source>
        <translation>%1 est révoqué. La liste a été écrite dans %2.</translation>
    </message>
    <message>
        <source>The list before is in the trash.</source>
        <translation>La liste précédente est dans la corbeille.</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Afficher la liste</translation>
    </message>
    <message>
        <source>The request of %1 was signed.</source>
        <translation>La demande de %1 a été signée.</translation>
    </message>
    <message>
        <source>Not taken over from the request, or otherwise than it asks: %1.</source>
        <translation>Non repris de la demande, ou autrement qu’elle ne le demande&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Sign a request</source>
        <translation>Signer une demande</translation>
    </message>
    <message>
        <source>Requests (*.csr *.p10 *.req *.pem *.der)</source>
        <translation>Demandes (*.csr *.p10 *.req *.pem *.der)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 is on hold no more. The list was written to %2.</source>
        <translation>%1 n’est plus suspendu. La liste a été écrite dans %2.</translation>
    </message>
    <message>
        <source>The old one is still assigned to %1.</source>
        <translation>L’ancien est encore attribué à %1.</translation>
    </message>
    <message>
        <source>Assign the new one</source>
        <translation>Attribuer le nouveau</translation>
    </message>
    <message>
        <source>The new %1 is assigned to %2; servers that name it follow.</source>
        <translation>Le nouveau %1 est attribué à %2&#xa0;; les serveurs concernés suivent.</translation>
    </message>
    <message>
        <source>No application has the old %1 any more.</source>
        <translation>Plus aucune application n’a l’ancien %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>sealport::IssuingDialog</name>
    <message>
        <source>Pass phrase of &amp;its key</source>
        <translation>Phrase secrète de sa &amp;clé</translation>
    </message>
    <message>
        <source>its key is locked</source>
        <translation>sa clé est verrouillée</translation>
    </message>
</context>
<context>
    <name>sealport::KeyChoice</name>
    <message>
        <source>EC P-256 (fast, fits nearly every client)</source>
        <translation>EC P-256 (rapide, convient à presque tous les clients)</translation>
    </message>
    <message>
        <source>EC P-384</source>
        <translation>EC P-384</translation>
    </message>
    <message>
        <source>EC P-521 (not in all browsers)</source>
        <translation>EC P-521 (pas dans tous les navigateurs)</translation>
    </message>
    <message>
        <source>RSA 2048 (for old clients)</source>
        <translation>RSA 2048 (pour d’anciens clients)</translation>
    </message>
    <message>
        <source>RSA 3072</source>
        <translation>RSA 3072</translation>
    </message>
    <message>
        <source>RSA 4096 (takes a moment)</source>
        <translation>RSA 4096 (prend un moment)</translation>
    </message>
    <message>
        <source>Ed25519 (new clients only)</source>
        <translation>Ed25519 (clients récents seulement)</translation>
    </message>
    <message>
        <source>Ed448 (new clients only)</source>
        <translation>Ed448 (clients récents seulement)</translation>
    </message>
</context>
<context>
    <name>sealport::KeyPassphraseDialog</name>
    <message>
        <source>Pass phrase of the key of %1</source>
        <translation>Phrase secrète de la clé de %1</translation>
    </message>
    <message>
        <source>The key is encrypted. Its pass phrase is asked for where the key is used.</source>
        <translation>La clé est chiffrée. Sa phrase secrète est demandée là où la clé est utilisée.</translation>
    </message>
    <message>
        <source>The key is not encrypted: whoever can read its file has it. With a pass phrase, which cannot be found again when it is lost, it is.</source>
        <translation>La clé n’est pas chiffrée&#xa0;: qui peut lire son fichier la possède. Une phrase secrète la chiffre&#xa0;; perdue, elle ne se retrouve pas.</translation>
    </message>
    <message>
        <source>C&amp;urrent pass phrase</source>
        <translation>Phrase secrète act&amp;uelle</translation>
    </message>
    <message>
        <source>&amp;New pass phrase</source>
        <translation>&amp;Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>&amp;Encore</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>The keyring of this desktop remembers the current one.</source>
        <translation>Le trousseau de ce bureau retient l’actuelle.</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>C&amp;hanger</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Protéger</translation>
    </message>
    <message>
        <source>&amp;Remove the pass phrase</source>
        <translation>En&amp;lever la phrase secrète</translation>
    </message>
    <message>
        <source>The current pass phrase is missing.</source>
        <translation>La phrase secrète actuelle manque.</translation>
    </message>
    <message>
        <source>The new pass phrase is empty: that would protect nothing.</source>
        <translation>La nouvelle phrase secrète est vide&#xa0;: elle ne protégerait rien.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Les deux ne sont pas identiques.</translation>
    </message>
    <message>
        <source>The key of %1 is protected by the new pass phrase.</source>
        <translation>La clé de %1 est protégée par la nouvelle phrase secrète.</translation>
    </message>
    <message>
        <source>The key of %1 has no pass phrase any more.</source>
        <translation>La clé de %1 n’a plus de phrase secrète.</translation>
    </message>
    <message>
        <source>The keyring was told to forget the old one.</source>
        <translation>Le trousseau a été prié d’oublier l’ancienne.</translation>
    </message>
    <message>
        <source>The keyring has forgotten it.</source>
        <translation>Le trousseau l’a oubliée.</translation>
    </message>
</context>
<context>
    <name>sealport::LimitsForm</name>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Handshake time-out</source>
        <translation>Délai de négociation TLS</translation>
    </message>
    <message>
        <source>A client that has not finished its handshake by then is disconnected; 0: never</source>
        <translation>Un client qui n’a pas terminé sa négociation TLS dans ce délai est déconnecté&#xa0;; 0&#xa0;: jamais</translation>
    </message>
    <message>
        <source>Idle time-out</source>
        <translation>Délai d’inactivité</translation>
    </message>
    <message>
        <source>A connection on which nothing was said for this long is closed; 0: never</source>
        <translation>Une connexion sans échange pendant ce délai est fermée&#xa0;; 0&#xa0;: jamais</translation>
    </message>
    <message>
        <source>Connections at most</source>
        <translation>Nombre maximal de connexions</translation>
    </message>
    <message>
        <source>Connections over this number are refused, each with a row that says so</source>
        <translation>Les connexions au-delà de ce nombre sont refusées, chacune avec une ligne qui le dit</translation>
    </message>
    <message>
        <source> KiB</source>
        <comment>kibibytes</comment>
        <translation>&#xa0;Kio</translation>
    </message>
    <message>
        <source>Bytes waiting at most</source>
        <translation>Volume maximal en attente</translation>
    </message>
    <message>
        <source>A client that does not read is disconnected when this much waits for it</source>
        <translation>Un client qui ne lit pas est déconnecté quand ce volume est en attente pour lui</translation>
    </message>
    <message>
        <source>Handsha&amp;ke time-out</source>
        <translation>Délai de négoc&amp;iation</translation>
    </message>
    <message>
        <source>&amp;Idle time-out</source>
        <translation>Dé&amp;lai d’inactivité</translation>
    </message>
    <message>
        <source>Connections at ma&amp;x.</source>
        <translation>N&amp;b max. de connexions</translation>
    </message>
    <message>
        <source>Bytes waitin&amp;g at max.</source>
        <translation>Volume ma&amp;x. en attente</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>dès la connexion</translation>
    </message>
    <message>
        <source>The client begins with its ClientHello</source>
        <translation>Le client commence par son ClientHello</translation>
    </message>
    <message>
        <source>never: plain TCP</source>
        <translation>jamais&#xa0;: TCP en clair</translation>
    </message>
    <message>
        <source>To see what a client says, and whether it is TLS that fails; nothing is encrypted</source>
        <translation>Pour voir ce que dit un client, et si c’est TLS qui échoue&#xa0;; rien n’est chiffré</translation>
    </message>
    <message>
        <source>when you ask for it</source>
        <translation>quand vous le demandez</translation>
    </message>
    <message>
        <source>Plain until you press Begin TLS beside the connection</source>
        <translation>En clair jusqu’à ce que vous cliquiez sur Commencer TLS à côté de la connexion</translation>
    </message>
    <message>
        <source>after %1 in %2</source>
        <comment>command, protocol</comment>
        <translation>après %1 en %2</translation>
    </message>
    <message>
        <source>Plain until the client asks for TLS</source>
        <translation>En clair jusqu’à ce que le client demande TLS</translation>
    </message>
    <message>
        <source>When TLS begins</source>
        <translation>Quand TLS commence</translation>
    </message>
    <message>
        <source>With TLS from the first byte, without it, or as STARTTLS does</source>
        <translation>TLS dès le premier octet, jamais, ou plus tard comme avec STARTTLS</translation>
    </message>
    <message>
        <source>TLS co&amp;mes</source>
        <translation>D&amp;ébut de TLS</translation>
    </message>
</context>
<context>
    <name>sealport::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find anything, or paste a thumbprint (Ctrl+F)</source>
        <translation>Rechercher, ou coller une empreinte (Ctrl+F)</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Nouveau serveur</translation>
    </message>
    <message>
        <source>New certificate</source>
        <translation>Nouveau certificat</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Démarrer le serveur</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Arrêter le serveur</translation>
    </message>
    <message>
        <source>Restart the server</source>
        <translation>Redémarrer le serveur</translation>
    </message>
    <message>
        <source>Go to the certificates</source>
        <translation>Aller aux certificats</translation>
    </message>
    <message>
        <source>Go to the servers</source>
        <translation>Aller aux serveurs</translation>
    </message>
    <message>
        <source>Go to the connections</source>
        <translation>Aller aux connexions</translation>
    </message>
    <message>
        <source>Filter the connections</source>
        <translation>Filtrer les connexions</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Effacer tous les filtres</translation>
    </message>
    <message>
        <source>Clear ended connections</source>
        <translation>Effacer les connexions terminées</translation>
    </message>
    <message>
        <source>Read the certificates again</source>
        <translation>Relire les certificats</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Remove server</source>
        <translation>Supprimer le serveur</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>All commands and their keys (F10)</source>
        <translation>Toutes les commandes et leurs touches (F10)</translation>
    </message>
    <message>
        <source>Others that could not be read: %1.</source>
        <translation>Autres éléments illisibles&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Go to the sources</source>
        <translation>Aller aux sources</translation>
    </message>
    <message>
        <source>Open certificates</source>
        <translation>Ouvrir des certificats</translation>
    </message>
    <message>
        <source>Open a folder of certificates</source>
        <translation>Ouvrir un dossier de certificats</translation>
    </message>
    <message>
        <source>Open token module…</source>
        <translation>Ouvrir un module de jeton…</translation>
    </message>
    <message>
        <source>Open a token module</source>
        <translation>Ouvrir un module de jeton</translation>
    </message>
    <message>
        <source>PKCS#11 modules (*.so)</source>
        <translation>Modules PKCS#11 (*.so)</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>Charger</translation>
    </message>
    <message>
        <source>Deleted and overwritten files…</source>
        <translation>Fichiers supprimés et remplacés…</translation>
    </message>
    <message>
        <source>Paste certificates or servers</source>
        <translation>Coller des certificats ou des serveurs</translation>
    </message>
    <message>
        <source>Stored server</source>
        <translation>Serveur enregistré</translation>
    </message>
    <message>
        <source>The clipboard holds neither a certificate nor a server: copy a certificate with its BEGIN and END lines, and a whole call of SocketCréeSSL or SocketCreateSSL.</source>
        <translation>Le presse-papiers ne contient ni certificat ni serveur&#xa0;: copiez un certificat avec ses lignes BEGIN et END, et un appel de SocketCréeSSL ou SocketCreateSSL en entier.</translation>
    </message>
    <message>
        <source>Go to the conversation by hand</source>
        <translation>Aller à l’échange à la main</translation>
    </message>
    <message>
        <source>Applications…</source>
        <translation>Applications…</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Revenir sur la dernière modification</translation>
    </message>
</context>
<context>
    <name>sealport::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>sealport::PreflightLine</name>
    <message>
        <source>Check before start</source>
        <translation>Vérification avant le démarrage</translation>
    </message>
    <message>
        <source>Listening on %1 with %2.</source>
        <translation>À l’écoute sur %1 avec %2.</translation>
    </message>
    <message>
        <source>The changes are being applied.</source>
        <translation>Les modifications sont en cours d’application.</translation>
    </message>
    <message>
        <source>The server starts.</source>
        <translation>Le serveur démarre.</translation>
    </message>
    <message>
        <source>The server stops.</source>
        <translation>Le serveur s’arrête.</translation>
    </message>
    <message>
        <source>Changes wait to be applied; live connections go on.</source>
        <translation>Des modifications attendent d’être appliquées&#xa0;; les connexions en cours continuent.</translation>
    </message>
    <message>
        <source>Changes wait for a restart; live connections end.</source>
        <translation>Des modifications attendent un redémarrage&#xa0;; les connexions en cours se terminent.</translation>
    </message>
    <message>
        <source>Changes wait, and cannot be applied before the errors below are mended.</source>
        <translation>Des modifications attendent&#xa0;; elles ne pourront être appliquées qu’une fois corrigées les erreurs ci-dessous.</translation>
    </message>
    <message>
        <source>The newest Start failed.</source>
        <translation>Le dernier démarrage a échoué.</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>Appliquer maintenant</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Listening on %1.</source>
        <translation>À l’écoute sur %1.</translation>
    </message>
</context>
<context>
    <name>sealport::PresetButton</name>
    <message>
        <source>%1: %2</source>
        <comment>preset, its protocols</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>P&amp;resets</source>
        <translation>&amp;Jeux prédéfinis</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Jeux prédéfinis</translation>
    </message>
    <message>
        <source>Well-known protocols, algorithms and security levels</source>
        <translation>Protocoles, algorithmes et niveaux de sécurité bien connus</translation>
    </message>
</context>
<context>
    <name>sealport::ProtocolBoxes</name>
    <message>
        <source>SSL 2.0 exists in no OpenSSL since 1.1.0: it is broken beyond repair.</source>
        <translation>SSL&#xa0;2.0 n’existe dans aucun OpenSSL depuis la version 1.1.0&#xa0;: il est irrémédiablement cassé.</translation>
    </message>
    <message>
        <source>The OpenSSL of this machine was built without %1.</source>
        <translation>L’OpenSSL de cette machine a été compilé sans %1.</translation>
    </message>
</context>
<context>
    <name>sealport::PurposeBoxes</name>
    <message>
        <source>Purpose: %1</source>
        <translation>Usage&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sealport::ReadingBar</name>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>%1: %2 of %3 files</source>
        <translation>%1&#xa0;: %2 fichiers sur %3</translation>
    </message>
</context>
<context>
    <name>sealport::RenewalDialog</name>
    <message>
        <source>Renew %1</source>
        <translation>Renouveler %1</translation>
    </message>
    <message>
        <source>The new certificate says the same and has the same key. The old one stays in the list until you delete it.</source>
        <translation>Le nouveau certificat dit la même chose et a la même clé. L’ancien reste dans la liste jusqu’à ce que vous le supprimiez.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Valid &amp;from</source>
        <translation>&amp;Valable à partir du</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Jusqu’au</translation>
    </message>
    <message>
        <source>&amp;Renew</source>
        <translation>&amp;Renouveler</translation>
    </message>
    <message>
        <source>itself (self-signed)</source>
        <translation>lui-même (autosigné)</translation>
    </message>
    <message>
        <source>Pass phrase of the &amp;key</source>
        <translation>Phrase secrète de la c&amp;lé</translation>
    </message>
    <message>
        <source>as before, at most as browsers accept</source>
        <translation>comme avant, au plus ce qu’acceptent les navigateurs</translation>
    </message>
</context>
<context>
    <name>sealport::ReplyFields</name>
    <message>
        <source>ask before a client is let in</source>
        <translation>demander avant de laisser entrer un client</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Reply text</source>
        <translation>Texte de la réponse</translation>
    </message>
    <message>
        <source>sent for every message</source>
        <translation>envoyé à chaque message</translation>
    </message>
    <message>
        <source>Nothing is read from a client before you let it in, as with SocketAccept and SocketDeny; it waits as long as a handshake may take</source>
        <translation>Rien n’est lu du client tant que vous ne l’avez pas laissé entrer, comme avec SocketAccepte et SocketRefuse&#xa0;; il attend au plus le délai de négociation TLS</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>Dialogue</translation>
    </message>
    <message>
        <source>One step a line: wait, send, delay, close, reset, repeat, on. The manual page says more.</source>
        <translation>Une étape par ligne&#xa0;: wait, send, delay, close, reset, repeat, on. La page de manuel en dit plus.</translation>
    </message>
    <message>
        <source>echo what arrives</source>
        <translation>renvoyer ce qui arrive</translation>
    </message>
    <message>
        <source>discard what arrives</source>
        <translation>ignorer ce qui arrive</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>HTTP page</source>
        <translation>page HTTP</translation>
    </message>
    <message>
        <source>a file or folder over HTTP</source>
        <translation>un fichier ou dossier par HTTP</translation>
    </message>
    <message>
        <source>a dialogue</source>
        <translation>un dialogue</translation>
    </message>
    <message>
        <source>a dialogue in a file</source>
        <translation>un dialogue dans un fichier</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Fichier…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Dossier…</translation>
    </message>
    <message>
        <source>Answer with the files of a folder</source>
        <translation>Répondre par les fichiers d’un dossier</translation>
    </message>
    <message>
        <source>Answer with a file</source>
        <translation>Répondre par un fichier</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Fichier ou dossier</translation>
    </message>
    <message>
        <source>File of the dialogue</source>
        <translation>Fichier du dialogue</translation>
    </message>
    <message>
        <source>a file for every request, or a folder with its files</source>
        <translation>un fichier pour chaque requête, ou un dossier et ses fichiers</translation>
    </message>
    <message>
        <source>a text file with one step a line</source>
        <translation>un fichier texte, une étape par ligne</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Ligne %1, colonne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>the protocol of STARTTLS</source>
        <translation>le protocole de STARTTLS</translation>
    </message>
    <message>
        <source>What mail programs and the like expect inside TLS; anybody may log in, and nothing is kept</source>
        <translation>Ce que les logiciels de courrier et autres attendent dans TLS&#xa0;; tout le monde peut se connecter, et rien n’est conservé</translation>
    </message>
</context>
<context>
    <name>sealport::RequestWindow</name>
    <message>
        <source>%1 – certificate request</source>
        <translation>%1 – demande de certificat</translation>
    </message>
</context>
<context>
    <name>sealport::RevocationDialog</name>
    <message>
        <source>in 30 days</source>
        <translation>dans 30 jours</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>in 7 days</source>
        <translation>dans 7 jours</translation>
    </message>
    <message>
        <source>in a year</source>
        <translation>dans un an</translation>
    </message>
    <message>
        <source>in 1 minute (to test an outdated list)</source>
        <translation>dans 1 minute (pour tester une liste périmée)</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>Révoquer %1</translation>
    </message>
    <message>
        <source>Its authority writes a new revocation list (CRL) with this certificate in it, into the folder of your certificates. The certificate itself stays as it is.</source>
        <translation>Son autorité écrit une nouvelle liste de révocation (CRL) qui contient ce certificat, dans le dossier de vos certificats. Le certificat lui-même reste tel quel.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autorité</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>Liste suivante</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>Rai&amp;son</translation>
    </message>
    <message>
        <source>Next &amp;list</source>
        <translation>&amp;Liste suivante</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Révoquer</translation>
    </message>
    <message>
        <source>The next list must be later than this one.</source>
        <translation>La liste suivante doit être postérieure à celle-ci.</translation>
    </message>
    <message>
        <source>none any more: lift the hold</source>
        <translation>plus aucun&#xa0;: lever la suspension</translation>
    </message>
    <message>
        <source>Its authority writes a new revocation list (CRL) without this certificate, into the folder of your certificates. Whoever has that list accepts the certificate again.</source>
        <translation>Son autorité écrit une nouvelle liste de révocation (CRL) sans ce certificat, dans le dossier de vos certificats. Qui a cette liste accepte de nouveau le certificat.</translation>
    </message>
    <message>
        <source>Lift &amp;hold</source>
        <translation>Le&amp;ver la suspension</translation>
    </message>
</context>
<context>
    <name>sealport::RevocationListWindow</name>
    <message>
        <source>%1 – revocation list</source>
        <translation>%1 – liste de révocation</translation>
    </message>
    <message>
        <source>This list revokes no certificate.</source>
        <translation>Cette liste ne révoque aucun certificat.</translation>
    </message>
    <message>
        <source>No entry contains this text.</source>
        <translation>Aucune entrée ne contient ce texte.</translation>
    </message>
    <message>
        <source>Serial number, reason or name</source>
        <translation>Numéro de série, motif ou nom</translation>
    </message>
    <message>
        <source>Filter of the revoked certificates</source>
        <translation>Filtre des certificats révoqués</translation>
    </message>
    <message>
        <source>Revoked certificates</source>
        <translation>Certificats révoqués</translation>
    </message>
    <message>
        <source>&amp;Revoked certificates</source>
        <translation>Certificats &amp;révoqués</translation>
    </message>
</context>
<context>
    <name>sealport::RevokedCertificateModel</name>
    <message>
        <source>Serial number</source>
        <translation>Numéro de série</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Révoqué le</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
</context>
<context>
    <name>sealport::ServeCommand</name>
    <message>
        <source>The output could not be written, so the server was stopped.</source>
        <translation>La sortie n’a pas pu être écrite&#x202f;; le serveur a donc été arrêté.</translation>
    </message>
    <message>
        <source>Name a file whose first line it is with --pass-file.</source>
        <translation>Indiquez avec --pass-file un fichier dont elle est la première ligne.</translation>
    </message>
</context>
<context>
    <name>sealport::ServerForm</name>
    <message>
        <source>an&amp;y port</source>
        <translation>&amp;tout port</translation>
    </message>
    <message>
        <source>shar&amp;ed</source>
        <translation>parta&amp;gée</translation>
    </message>
    <message>
        <source>&amp;unique</source>
        <translation>&amp;unique</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>5000 to 65000 as in SocketCréeSSL; 0: any free port, shown once it listens</source>
        <translation>De 5000 à 65000 comme avec SocketCréeSSL&#xa0;; 0&#xa0;: un port libre, affiché une fois le serveur à l’écoute</translation>
    </message>
    <message>
        <source>Any port</source>
        <translation>Tout port</translation>
    </message>
    <message>
        <source>Allow 1 to 65535 instead of 5000 to 65000</source>
        <translation>Autorise 1 à 65535 au lieu de 5000 à 65000</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The address of this machine on which the server listens</source>
        <translation>L’adresse de cette machine sur laquelle le serveur écoute</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Adre&amp;sse</translation>
    </message>
    <message>
        <source>Certi&amp;ficate</source>
        <translation>Certi&amp;ficat</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protocoles</translation>
    </message>
    <message>
        <source>Rep&amp;ly</source>
        <translation>&amp;Réponse</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>A&amp;vancé</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Réglages avancés</translation>
    </message>
    <message>
        <source>Another program may listen on the same address and port (SO_REUSEADDR).</source>
        <translation>Un autre programme peut écouter sur la même adresse et le même port (SO_REUSEADDR).</translation>
    </message>
    <message>
        <source>Start fails when the port is in use (SO_EXCLUSIVEADDRUSE), as with SocketAdresseUnique.</source>
        <translation>Le démarrage échoue si le port est déjà utilisé (SO_EXCLUSIVEADDRUSE), comme avec SocketAdresseUnique.</translation>
    </message>
    <message>
        <source>On Linux: other servers of the same user that share it too may listen on the same port (SO_REUSEPORT); connections are spread over them.</source>
        <translation>Sous Linux&#xa0;: d’autres serveurs du même utilisateur qui la partagent aussi peuvent écouter sur le même port (SO_REUSEPORT)&#xa0;; les connexions sont réparties entre eux.</translation>
    </message>
    <message>
        <source>On Linux: Start fails when somebody listens on the port, as with SocketAdresseUnique; connections that are still closing do not matter.</source>
        <translation>Sous Linux&#xa0;: le démarrage échoue si quelqu’un écoute sur le port, comme avec SocketAdresseUnique&#xa0;; les connexions en cours de fermeture ne comptent pas.</translation>
    </message>
    <message>
        <source>Address use: shared</source>
        <translation>Usage de l’adresse&#xa0;: partagée</translation>
    </message>
    <message>
        <source>Address use: unique</source>
        <translation>Usage de l’adresse&#xa0;: unique</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>Further certificates, algorithms, client certificates, sessions, STARTTLS, time-outs</source>
        <translation>Certificats supplémentaires, algorithmes, certificats des clients, sessions, STARTTLS, délais</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Modifié&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sealport::ServerHistory</name>
    <message>
        <source>The server %1 was changed.</source>
        <translation>Le serveur %1 a été modifié.</translation>
    </message>
    <message>
        <source>The server %1 was removed.</source>
        <translation>Le serveur %1 a été supprimé.</translation>
    </message>
    <message>
        <source>The server %1 was stopped and removed.</source>
        <translation>Le serveur %1 a été arrêté et supprimé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Défait&#xa0;: %1</translation>
    </message>
    <message>
        <source>Before that: %1</source>
        <translation>Avant cela&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sealport::ServerModel</name>
    <message>
        <source>any port</source>
        <translation>port libre</translation>
    </message>
    <message>
        <source>could not start</source>
        <translation>échec du démarrage</translation>
    </message>
    <message>
        <source>%1 live</source>
        <translation>%1 actives</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Actives</translation>
    </message>
    <message>
        <source>%1 starts with Sealport.</source>
        <translation>%1 démarre avec Sealport.</translation>
    </message>
</context>
<context>
    <name>sealport::ServerPanel</name>
    <message>
        <source>Undo</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Démarrer le serveur</translation>
    </message>
    <message>
        <source>Stop server</source>
        <translation>Arrêter le serveur</translation>
    </message>
    <message>
        <source>Restart server</source>
        <translation>Redémarrer le serveur</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Nouveau serveur</translation>
    </message>
    <message>
        <source>Remove server</source>
        <translation>Supprimer le serveur</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>No server yet. Press New server to make one.</source>
        <translation>Aucun serveur pour l’instant. Le bouton Nouveau serveur en crée un.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Listen with these settings (F5)</source>
        <translation>Écouter avec ces réglages (F5)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop listening and end the server&apos;s connections (Shift+F5)</source>
        <translation>Cesser d’écouter et terminer les connexions du serveur (Maj+F5)</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Copier la ligne</translation>
    </message>
    <message>
        <source>Stored server</source>
        <translation>Serveur enregistré</translation>
    </message>
    <message>
        <source>Duplicate server</source>
        <translation>Dupliquer le serveur</translation>
    </message>
    <message>
        <source>Move server up</source>
        <translation>Monter le serveur</translation>
    </message>
    <message>
        <source>Move server down</source>
        <translation>Descendre le serveur</translation>
    </message>
    <message>
        <source>Start this server with Sealport</source>
        <translation>Démarrer ce serveur avec Sealport</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>Copier en %1</translation>
    </message>
    <message>
        <source>Paste SocketCréeSSL, SocketCreateSSL or JSON</source>
        <translation>Coller SocketCréeSSL, SocketCreateSSL ou JSON</translation>
    </message>
    <message>
        <source>Import servers…</source>
        <translation>Importer des serveurs…</translation>
    </message>
    <message>
        <source>Export server…</source>
        <translation>Exporter le serveur…</translation>
    </message>
    <message>
        <source>The preset has replaced the algorithms of %1.</source>
        <translation>Le jeu prédéfini a remplacé les algorithmes de %1.</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Transmettre…</translation>
    </message>
</context>
<context>
    <name>sealport::ServerTransfer</name>
    <message>
        <source>Servers of Sealport (*.json)</source>
        <translation>Serveurs de Sealport (*.json)</translation>
    </message>
    <message>
        <source>Code of WinDev (*.wl *.txt)</source>
        <translation>Code de WinDev (*.wl *.txt)</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>Le presse-papiers</translation>
    </message>
    <message>
        <source>Import servers</source>
        <translation>Importer des serveurs</translation>
    </message>
    <message>
        <source>Servers of Sealport and code of WinDev (*.json *.wl *.txt)</source>
        <translation>Serveurs de Sealport et code de WinDev (*.json *.wl *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Only the first %1 servers were taken.</source>
        <translation>Seuls les %1 premiers serveurs ont été pris.</translation>
    </message>
    <message>
        <source>There is a server %1 already: the new one is called %2.</source>
        <translation>Il y a déjà un serveur %1&#xa0;: le nouveau s’appelle %2.</translation>
    </message>
    <message>
        <source>The server %1 was added.</source>
        <translation>Le serveur %1 a été ajouté.</translation>
    </message>
    <message>
        <source>Servers were added: %1.</source>
        <translation>Des serveurs ont été ajoutés&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Further notes: %1.</source>
        <translation>Autres remarques&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>The clipboard holds the server %1 as a call.</source>
        <translation>Le presse-papiers contient le serveur %1 sous forme d’appel.</translation>
    </message>
    <message>
        <source>It has no parameters for these, which stand in comments above it: %1.</source>
        <translation>Il n’a pas de paramètre pour ceci, qui figure en commentaire au-dessus&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The clipboard holds the server %1 as JSON.</source>
        <translation>Le presse-papiers contient le serveur %1 en JSON.</translation>
    </message>
    <message>
        <source>Export the server %1</source>
        <translation>Exporter le serveur %1</translation>
    </message>
    <message>
        <source>The server %1 was written to %2.</source>
        <translation>Le serveur %1 a été écrit dans %2.</translation>
    </message>
    <message>
        <source>The trash keeps what was there before.</source>
        <translation>La corbeille garde ce qui s’y trouvait.</translation>
    </message>
    <message>
        <source>The server %1 was to start with Sealport. If you want that, tick it in the menu of the server.</source>
        <translation>Le serveur %1 devait démarrer avec Sealport. Si vous le voulez, cochez-le dans le menu du serveur.</translation>
    </message>
</context>
<context>
    <name>sealport::SessionForm</name>
    <message>
        <source>keep sessions in me&amp;mory</source>
        <translation>garder &amp;les sessions en mémoire</translation>
    </message>
    <message>
        <source>Key log</source>
        <translation>Journal des clés</translation>
    </message>
    <message>
        <source>Session tickets</source>
        <translation>Tickets de session</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Sent after a handshake of TLS 1.3, so that the client comes back faster; below TLS 1.3 one is sent unless it is none</source>
        <translation>Envoyés après une négociation TLS 1.3, pour que le client revienne plus vite&#xa0;; avant TLS 1.3, un seul est envoyé, sauf si c’est «&#xa0;aucun&#xa0;»</translation>
    </message>
    <message>
        <source>Keep sessions in memory</source>
        <translation>Garder les sessions en mémoire</translation>
    </message>
    <message>
        <source>For clients of TLS 1.2 and older that know no tickets (session identifiers)</source>
        <translation>Pour les clients jusqu’à TLS 1.2 qui ne connaissent pas les tickets (identifiants de session)</translation>
    </message>
    <message>
        <source>Renegotiation</source>
        <translation>Renégociation</translation>
    </message>
    <message>
        <source>A client of TLS 1.2 or older begins a handshake in the middle of a connection</source>
        <translation>Un client TLS 1.2 ou plus ancien commence une négociation au milieu d’une connexion</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>for clients that know RFC 5746</source>
        <translation>pour les clients qui connaissent la RFC 5746</translation>
    </message>
    <message>
        <source>for every client, unsafe</source>
        <translation>pour tous les clients, sans sécurité</translation>
    </message>
    <message>
        <source>Bytes in a record at most</source>
        <translation>Octets au plus dans un enregistrement</translation>
    </message>
    <message>
        <source> B</source>
        <comment>bytes</comment>
        <translation> o</translation>
    </message>
    <message>
        <source>What the server sends is cut into records of 512 to 16384 bytes; small ones show whether a client puts them together</source>
        <translation>Ce que le serveur envoie est découpé en enregistrements de 512 à 16384 octets&#xa0;; de petits montrent si un client les rassemble</translation>
    </message>
    <message>
        <source>nobody gets them</source>
        <translation>personne ne les reçoit</translation>
    </message>
    <message>
        <source>What decrypts the connections, for Wireshark and its like (NSS key log format); added to the end of the file</source>
        <translation>De quoi déchiffrer les connexions, pour Wireshark et autres (format NSS key log)&#xa0;; ajouté à la fin du fichier</translation>
    </message>
    <message>
        <source>Session tic&amp;kets</source>
        <translation>Tic&amp;kets de session</translation>
    </message>
    <message>
        <source>Rene&amp;gotiation</source>
        <translation>Renégoc&amp;iation</translation>
    </message>
    <message>
        <source>Record at ma&amp;x.</source>
        <translation>Enregistrement ma&amp;x.</translation>
    </message>
    <message>
        <source>Wr&amp;ite keys to</source>
        <translation>Clés pour &amp;Wireshark</translation>
    </message>
    <message>
        <source>Every connection needs a full handshake.</source>
        <translation>Chaque connexion exige une négociation complète.</translation>
    </message>
    <message>
        <source>Whoever stands in between can put words in front of a client&apos;s own (CVE-2009-3555). For tests only.</source>
        <translation>Un intermédiaire peut placer ses propres données avant celles d’un client (CVE-2009-3555). Pour des essais seulement.</translation>
    </message>
    <message>
        <source>Whoever can read this file can read the connections.</source>
        <translation>Quiconque peut lire ce fichier peut lire les connexions.</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Capture</translation>
    </message>
    <message>
        <source>with the keys inside</source>
        <translation>avec les clés</translation>
    </message>
    <message>
        <source>Early data</source>
        <translation>Données anticipées</translation>
    </message>
    <message>
        <source>none is taken</source>
        <translation>aucune n’est acceptée</translation>
    </message>
    <message>
        <source>What a client of TLS 1.3 that comes back may send before the handshake is done (0-RTT), at most</source>
        <translation>Ce qu’un client TLS 1.3 qui revient peut envoyer, au maximum, avant la fin de la négociation (0-RTT)</translation>
    </message>
    <message>
        <source>nothing is captured</source>
        <translation>rien n’est capturé</translation>
    </message>
    <message>
        <source>All that passes, as a file for Wireshark and its like (pcapng); written anew at each start</source>
        <translation>Tout ce qui passe, dans un fichier pour Wireshark et autres (pcapng), réécrit à chaque démarrage</translation>
    </message>
    <message>
        <source>The file then opens decrypted</source>
        <translation>Le fichier s’ouvre alors déchiffré</translation>
    </message>
    <message>
        <source>&amp;Early data</source>
        <translation>Données &amp;0-RTT</translation>
    </message>
    <message>
        <source>Ca&amp;pture to</source>
        <translation>Tout &amp;écrire dans</translation>
    </message>
    <message>
        <source>All that passes is written down, what is not encrypted in plain.</source>
        <translation>Tout ce qui passe est enregistré&#xa0;; ce qui n’est pas chiffré y figure en clair.</translation>
    </message>
    <message>
        <source>Nobody can send any: it takes a session ticket to come back with.</source>
        <translation>Personne ne peut en envoyer&#xa0;: il faut un ticket de session pour revenir.</translation>
    </message>
    <message>
        <source>Each ticket is taken once; a client that repeats what it lost may still be heard twice (RFC 8446 section 8).</source>
        <translation>Chaque ticket n’est accepté qu’une fois&#xa0;; un client qui répète ce qu’il a perdu peut tout de même être entendu deux fois (RFC 8446, section 8).</translation>
    </message>
</context>
<context>
    <name>sealport::SigningDialog</name>
    <message>
        <source>Sign the request of %1</source>
        <translation>Signer la demande de %1</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Alternative names</source>
        <translation>Noms alternatifs</translation>
    </message>
    <message>
        <source>&amp;Purposes</source>
        <translation>Usages (E&amp;KU)</translation>
    </message>
    <message>
        <source>Valid &amp;from</source>
        <translation>&amp;Valable à partir du</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Jusqu’au</translation>
    </message>
    <message>
        <source>Signed &amp;by</source>
        <translation>Signé &amp;par</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Signer</translation>
    </message>
    <message>
        <source>None of your certificates is an authority with its key. Make a root CA first.</source>
        <translation>Aucun de vos certificats n’est une autorité avec sa clé. Créez d’abord une AC racine.</translation>
    </message>
    <message>
        <source>Temp&amp;late</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>none in particular</source>
        <translation>aucun en particulier</translation>
    </message>
    <message>
        <source>Uses asked for</source>
        <translation>Usages demandés</translation>
    </message>
    <message>
        <source>The request asks for an authority; only the template “%1” makes one.</source>
        <translation>La demande réclame une autorité&#xa0;; seul le modèle «&#xa0;%1&#xa0;» en fait une.</translation>
    </message>
    <message>
        <source>The request does not ask for an authority; this template makes one.</source>
        <translation>La demande ne réclame pas d’autorité&#xa0;; ce modèle en fait une.</translation>
    </message>
</context>
<context>
    <name>sealport::SourceModel</name>
    <message>
        <source>%1 – reading…</source>
        <translation>%1 – lecture…</translation>
    </message>
    <message>
        <source>%1 – %2 of %3 files</source>
        <translation>%1 – %2 fichiers sur %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in the window, or press Ctrl+O. Looking at them imports nothing.</source>
        <translation>Déposez des fichiers ou des dossiers n’importe où dans la fenêtre, ou appuyez sur Ctrl+O. Les regarder n’importe rien.</translation>
    </message>
    <message>
        <source>The authorities that programs of this system trust. Read-only.</source>
        <translation>Les autorités auxquelles se fient les programmes de ce système. Lecture seule.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read; the list says why.</source>
        <translation>
            <numerusform>%n fichier n’a pas pu être lu&#xa0;; la liste dit pourquoi.</numerusform>
            <numerusform>%n fichiers n’ont pas pu être lus&#xa0;; la liste dit pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reading was cancelled: there may be more.</source>
        <translation>La lecture a été interrompue&#xa0;: il peut y en avoir d’autres.</translation>
    </message>
    <message>
        <source>The certificates of Firefox, Chromium and other programs that use NSS. They are read, never changed.</source>
        <translation>Les certificats de Firefox, de Chromium et d’autres programmes qui utilisent NSS. Ils sont lus, jamais modifiés.</translation>
    </message>
    <message>
        <source>Smart cards, security keys and other tokens, each through its PKCS#11 module. A token is asked only when you look at it.</source>
        <translation>Cartes à puce, clés de sécurité et autres jetons, chacun par son module PKCS#11. Un jeton n’est interrogé que lorsque vous le consultez.</translation>
    </message>
</context>
<context>
    <name>sealport::SourceTree</name>
    <message>
        <source>Sources of certificates</source>
        <translation>Sources de certificats</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>No certificate yet. Press New certificate to make one.</source>
        <translation>Aucun certificat pour l’instant. Nouveau certificat en crée un.</translation>
    </message>
    <message>
        <source>Drop files or folders here, or press Ctrl+O.</source>
        <translation>Déposez ici des fichiers ou des dossiers, ou appuyez sur Ctrl+O.</translation>
    </message>
    <message>
        <source>No certificate here.</source>
        <translation>Aucun certificat ici.</translation>
    </message>
</context>
<context>
    <name>sealport::Sparkline</name>
    <message>
        <source>Handshakes per second in the last minute</source>
        <translation>Négociations TLS par seconde pendant la dernière minute</translation>
    </message>
</context>
<context>
    <name>sealport::StatusSummary</name>
    <message>
        <source>%1 · %2 live · %3 failed · %4 handshakes/s</source>
        <translation>%1 · %2 en cours · %3 en échec · %4&#xa0;négociations/s</translation>
    </message>
    <message>
        <source>1 server listening</source>
        <translation>1&#xa0;serveur à l’écoute</translation>
    </message>
    <message numerus="yes">
        <source>%n servers listening</source>
        <translation>
            <numerusform>%n&#xa0;serveur à l’écoute</numerusform>
            <numerusform>%n&#xa0;serveurs à l’écoute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealport::TableLayout</name>
    <message>
        <source>Reset columns</source>
        <translation>Rétablir les colonnes</translation>
    </message>
</context>
<context>
    <name>sealport::TimeChoice</name>
    <message>
        <source>another time</source>
        <translation>un autre moment</translation>
    </message>
</context>
<context>
    <name>sealport::TranscriptView</name>
    <message>
        <source>Earlier ones are not kept any more: %1.</source>
        <translation>Le début n’est plus conservé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 of the client were not kept: they came faster than this window takes them.</source>
        <translation>%1 du client n’ont pas été conservés&#xa0;: ils arrivaient plus vite que cette fenêtre ne les prend.</translation>
    </message>
    <message>
        <source>%1 client, %2</source>
        <comment>time, size</comment>
        <translation>%1 client, %2</translation>
    </message>
    <message>
        <source>%1 you, %2</source>
        <comment>time, size</comment>
        <translation>%1 vous, %2</translation>
    </message>
    <message>
        <source>%1 ── TLS begins here ──</source>
        <comment>time</comment>
        <translation>%1 ── TLS commence ici ──</translation>
    </message>
    <message>
        <source>%1 client, a message of %2</source>
        <comment>time, size</comment>
        <translation>%1 client, un message de %2</translation>
    </message>
    <message>
        <source>client, %1 without an end</source>
        <comment>size</comment>
        <translation>client, %1 dont la fin manque</translation>
    </message>
    <message>
        <source>%1 client, %2 not framed so</source>
        <comment>time, size</comment>
        <translation>%1 client, %2 pas dans ce format</translation>
    </message>
    <message>
        <source>client, %1 without an end, the last %2 of it</source>
        <comment>size</comment>
        <translation>client, %1 dont la fin manque&#xa0;; en voici les derniers %2</translation>
    </message>
</context>
<context>
    <name>sealport::TrashDialog</name>
    <message>
        <source>Deleted and overwritten files</source>
        <translation>Fichiers supprimés et remplacés</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Nothing was deleted or overwritten in the last %1 days.</source>
        <translation>Rien n’a été supprimé ni remplacé ces %1 derniers jours.</translation>
    </message>
    <message>
        <source>They are kept for %1 days. What stands in their places now is kept when they are brought back.</source>
        <translation>Ils sont gardés %1 jours. Ce qui se trouve maintenant à leur place est gardé quand on les rétablit.</translation>
    </message>
    <message>
        <source>Brought back: %1.</source>
        <translation>Rétabli&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>sealport::TrustDialog</name>
    <message>
        <source>Programs of this system, such as curl (asks for the administrator)</source>
        <translation>Programmes de ce système, comme curl (demande l’administrateur)</translation>
    </message>
    <message>
        <source>Firefox, profile %1</source>
        <translation>Firefox, profil %1</translation>
    </message>
    <message>
        <source>Thunderbird, profile %1</source>
        <translation>Thunderbird, profil %1</translation>
    </message>
    <message>
        <source>Chromium and Chrome</source>
        <translation>Chromium et Chrome</translation>
    </message>
    <message>
        <source>Trust %1</source>
        <translation>Confiance en %1</translation>
    </message>
    <message>
        <source>Whoever has the private key of this authority can pretend to be any host towards programs that trust it. Tick places for authorities that you made for tests, and take the ticks away after them.</source>
        <translation>Qui détient la clé privée de cette autorité peut se faire passer pour n’importe quel hôte auprès des programmes qui lui font confiance. Ne cochez que pour des autorités d’essai, et décochez après les essais.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Appliquer</translation>
    </message>
    <message>
        <source>No list of trusted authorities was found that one can add to.</source>
        <translation>Aucune liste d’autorités de confiance que l’on puisse compléter n’a été trouvée.</translation>
    </message>
    <message>
        <source>Done. Programs that are running learn of it when they are started again.</source>
        <translation>C’est fait. Les programmes en cours l’apprendront à leur prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>sealport::UnlockBar</name>
    <message>
        <source>Remember it in the keyring of this desktop</source>
        <translation>Mémoriser dans le trousseau de ce bureau</translation>
    </message>
    <message>
        <source>Pass phrase of the key</source>
        <translation>Phrase secrète de la clé</translation>
    </message>
    <message>
        <source>Pass phrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Unlock and start</source>
        <translation>Déverrouiller et démarrer</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Start needs the pass phrase that protects %1.</source>
        <translation>Pour démarrer, il faut la phrase secrète qui protège %1.</translation>
    </message>
    <message>
        <source>The pass phrase that was remembered does not open the key any more. The keyring was told to forget it; type the new one.</source>
        <translation>La phrase secrète mémorisée n’ouvre plus la clé. Elle a été effacée du trousseau&#xa0;; saisissez la nouvelle.</translation>
    </message>
</context>
<context>
    <name>sealport::UrlFields</name>
    <message>
        <source>Re&amp;vocation list at</source>
        <translation>CRL pu&amp;bliée à</translation>
    </message>
    <message>
        <source>OCSP ans&amp;wers at</source>
        <translation>Réponses OCSP (&amp;web) à</translation>
    </message>
    <message>
        <source>Aut&amp;hority&apos;s certificate at</source>
        <translation>Certi&amp;ficat de l’autorité à</translation>
    </message>
</context>
<context>
    <name>sealport::ValidityBar</name>
    <message>
        <source>Validity</source>
        <translation>Validité</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>valid %1</source>
        <translation>valide %1</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>expiré %1</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>expire %1</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>révoqué</translation>
    </message>
</context>
<context>
    <name>sealport::ValidityFields</name>
    <message>
        <source>as long as browsers accept (%1 days)</source>
        <translation>aussi longtemps que les navigateurs l’acceptent (%1 jours)</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>30 days ago</source>
        <translation>il y a 30 jours</translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>il y a un an</translation>
    </message>
    <message>
        <source>tomorrow (not valid yet)</source>
        <translation>demain (pas encore valable)</translation>
    </message>
    <message>
        <source>in 30 days (not valid yet)</source>
        <translation>dans 30 jours (pas encore valable)</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 jour</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 jours</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 an</translation>
    </message>
    <message>
        <source>10 years</source>
        <translation>10 ans</translation>
    </message>
    <message>
        <source>100 years</source>
        <translation>100 ans</translation>
    </message>
    <message>
        <source>yesterday (expired already)</source>
        <translation>hier (déjà expiré)</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Valable à partir du</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>until its authority expires</source>
        <translation>jusqu’à l’expiration de son autorité</translation>
    </message>
    <message>
        <source>Its authority expires earlier.</source>
        <translation>Son autorité expire plus tôt.</translation>
    </message>
</context>
<context>
    <name>sealport::ValueTree</name>
    <message>
        <source>Copy value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Copier la ligne</translation>
    </message>
</context>
<context>
    <name>sealport::VerdictPanel</name>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>End this connection now</source>
        <translation>Termine cette connexion maintenant</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>Pour&amp;quoi&#xa0;?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#xa0;?</translation>
    </message>
    <message>
        <source>Show the evidence, what was negotiated and what the client offers</source>
        <translation>Affiche les constats, ce qui a été négocié et ce que le client propose</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Constats</translation>
    </message>
    <message numerus="yes">
        <source>%n connections selected</source>
        <translation>
            <numerusform>%n&#xa0;connexion sélectionnée</numerusform>
            <numerusform>%n&#xa0;connexions sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection selected</source>
        <translation>Aucune connexion sélectionnée</translation>
    </message>
    <message>
        <source>Ctrl+C copies them as text.</source>
        <translation>Ctrl+C les copie sous forme de texte.</translation>
    </message>
    <message>
        <source>Select a row to see in plain words how the connection went.</source>
        <translation>Sélectionnez une ligne pour lire en clair comment la connexion s’est passée.</translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>Autoriser %1</translation>
    </message>
    <message>
        <source>Tick %1 on the server %2 and start it again. Its live connections end.</source>
        <translation>Coche %1 sur le serveur %2 et le redémarre. Ses connexions en cours prennent fin.</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>Sécurisée</translation>
    </message>
    <message>
        <source>Secured with %1; the connection is open.</source>
        <translation>Sécurisée en %1&#xa0;; la connexion est ouverte.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connectée</translation>
    </message>
    <message>
        <source>The client is connected and has sent nothing yet.</source>
        <translation>Le client est connecté et n’a encore rien envoyé.</translation>
    </message>
    <message>
        <source>The handshake is under way.</source>
        <translation>La négociation TLS est en cours.</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>The server allows %1 now.</source>
        <translation>Le serveur autorise maintenant %1.</translation>
    </message>
    <message>
        <source>The connection is open and not encrypted.</source>
        <translation>La connexion est ouverte et n’est pas chiffrée.</translation>
    </message>
    <message>
        <source>The connection is open and not encrypted yet.</source>
        <translation>La connexion est ouverte et n’est pas encore chiffrée.</translation>
    </message>
    <message>
        <source>The client has begun with TLS and waits for this side to do the same.</source>
        <translation>Le client a commencé TLS et attend que vous en fassiez autant.</translation>
    </message>
    <message>
        <source>The client waits to be let in.</source>
        <translation>Le client attend de pouvoir entrer.</translation>
    </message>
    <message>
        <source>Begin TLS</source>
        <translation>Commencer TLS</translation>
    </message>
    <message>
        <source>From here on this connection is encrypted: tell the client to begin its handshake (Ctrl+Shift+B)</source>
        <translation>À partir d’ici, cette connexion est chiffrée&#xa0;: demandez au client de commencer sa négociation (Ctrl+Maj+B)</translation>
    </message>
</context>
</TS>
