"""danvan reads Vietnamese administrative plans (kế hoạch) and gives them back as typed objects."""

__version__ = "0.1.0"
