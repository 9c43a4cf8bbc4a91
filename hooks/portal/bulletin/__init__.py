"""Notices for machines: feeds to subscribe to and a calendar of days not to be missed."""
