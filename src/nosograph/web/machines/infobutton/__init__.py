"""HL7's Infobutton, with the addresses and answers of MedlinePlus Connect: `/service` and `/application`."""
