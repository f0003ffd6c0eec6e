"""FHIR R4 under /fhir: thin views over `api.fhir`."""
