"""FHIR R4: the atlas as a terminology service, and its pages as resources. Pure functions, resources in and out."""
