"""Tests of counsel."""
