"""The billable codes as a table for fields that complete what one types, in the shape of NLM's Clinical Tables.

Source: the parameters and answers of NLM's Clinical Table Search Service, ICD-10-CM, version 3.
"""
