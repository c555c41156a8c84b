"""Strategies for tests with hypothesis, one module for each room (chiến lược sinh dữ liệu)."""

from danvan.strategies.plans import plans

__all__ = ["plans"]
