"""The JSON interface at `/api/v1`, from which the OpenAPI document is made."""
