"""The directory as HSDS 3.1 (Human Services Data Specification of Open Referral); its spelling "organization" stays inside these files."""
