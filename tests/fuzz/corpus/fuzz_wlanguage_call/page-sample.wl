// Création d'un serveur de Sockets SSL avec un certificat
sSocketSSL est une chaîne = "sSocketSSL"
// Ici utilisation du hash du certificat, 
// propriété "Empreinte numérique" dans le gestionnaire de certificats
// (certmgr.msc)
SI PAS SocketCréeSSL(sSocketSSL, 5043, "9d a4 84 fc f6 62 92 90 9a 62 d4 " + ...
		"ca 65 fb 08 7e 06 45 de 24", HashCertificat) ALORS
	Erreur(ErreurInfo())
	RETOUR
SINON	
	Info("Socket serveur SSL démarrée")

	// Suite du socket serveur ...

	// En fin de traitement il faudra fermer le socket
	SocketFerme(sSocketSSL)
FIN
